package org.holdfast.core.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.core.access.AccessWorld.PASSWORD;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.holdfast.core.platform.rest.MemoryServer.Reply;
import org.holdfast.launcher.config.GroupRules;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Signing on with the firm's identity provider, and what a wrong or hostile one does not get. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ProviderSignInTest {
    private static final GroupRules GROUPS =
            new GroupRules(List.of(new GroupRules.Rule("HR", "groupHr", Set.of())), true);

    @TempDir
    static Path certificates;

    private static TestCertificate good;
    private static TestCertificate foreign;

    @TempDir
    Path data;

    private TestProvider provider;
    private AccessWorld world;
    private String cookie = "";

    @BeforeAll
    static void certificates() throws IOException {
        good = TestCertificate.make(certificates, "good", true);
        foreign = TestCertificate.make(certificates, "foreign", true);
    }

    @BeforeEach
    void begin() throws IOException {
        provider = new TestProvider(good);
        world = world(good, GROUPS);
        world.add("guard", Role.SECURITY_ADMIN, Set.of(), Optional.empty());
    }

    @AfterEach
    void end() {
        provider.close();
    }

    @Test
    void theSignInPageLearnsTheProvidersName() {
        assertThat(world.server.call("GET", "session/provider", "").text("name"))
                .isEqualTo("Firm sign-on");
        assertThat(new AccessWorld(data)
                        .server
                        .call("GET", "session/provider", "")
                        .body())
                .contains("\"name\":null");
    }

    @Test
    void somebodyWithAGroupGetsAnAccountAndOurUsualSession() {
        Reply in = signIn();

        assertThat(in.status()).isEqualTo(200);
        assertThat(in.text("user.username")).isEqualTo("mei.lin");
        assertThat(in.text("user.displayName")).isEqualTo("林梅");
        assertThat(in.text("user.signsOnWith")).isEqualTo("provider");
        assertThat(in.body()).contains("\"roles\":[\"groupHr\"]");
        assertThat(in.header("Set-Cookie")).contains("holdfast_session=", "HttpOnly", "SameSite=Strict", "Secure");
        assertThat(world.lastAudited().outcome()).isEqualTo("done");
        assertThat(world.lastAudited().details()).containsEntry("account", in.text("user.id"));
        assertThat(signIn().text("user.id")).isEqualTo(in.text("user.id"));
        assertThat(world.server.call("GET", "session/provider", "").text("signOffAddress"))
                .isEqualTo(provider.issuer() + "/out?client_id=holdfast");
    }

    @Test
    void theSubjectIsTheIdentityWhateverNameAndAddressSay() {
        String before = signIn().text("user.id");
        provider.claims =
                claims -> claims.claim("preferred_username", "mei.wang").claim("email", "other@firm.example");
        assertThat(signIn().text("user.id")).isEqualTo(before);

        provider.claims = claims -> claims.subject("0002-another");
        Reply refused = signIn();

        assertThat(refused.text("type")).isEqualTo("/problems/another-person");
    }

    @Test
    void aLocalAccountIsNotOpenedByItsNameAtTheProvider() {
        provider.claims = claims -> claims.claim("preferred_username", "guard").claim("email", "guard");

        assertThat(signIn().text("type")).isEqualTo("/problems/another-person");
    }

    @Test
    void whereNoAccountsAreMadeASecurityAdministratorNamesTheSubject() throws IOException {
        world = world(good, new GroupRules(List.of(), false));
        world.add("guard", Role.SECURITY_ADMIN, Set.of(), Optional.empty());
        Account mei = world.add("mei.lin", Role.DPO, Set.of(), Optional.empty());
        assertThat(signIn().text("type")).isEqualTo("/problems/another-person");
        world.logIn("guard", PASSWORD);
        String origin = "{\"signsOnWith\":\"provider\",\"subject\":\"0001-mei\"}";
        assertThat(world.server
                        .call("PUT", "users/" + mei.id() + "/origin", origin)
                        .status())
                .isEqualTo(204);

        assertThat(signIn().text("user.id")).isEqualTo(mei.id().toString());
    }

    @Test
    void aCodeAndAStateCountOnce() {
        String address = start();
        String code = provider.authorise(address);
        assertThat(back(address, code).status()).isEqualTo(200);

        Reply replayed = back(address, code);

        assertThat(replayed.status()).isEqualTo(401);
        assertThat(replayed.text("type")).isEqualTo("/problems/provider-state");
        assertThat(world.lastAudited().outcome()).isEqualTo("denied");
        assertThat(back(start(), code).text("type")).isEqualTo("/problems/provider-refused");
    }

    @Test
    void aSignOnBelongsToTheBrowserThatBeganItAndIsOverAfterTenMinutes() {
        String address = start();
        String code = provider.authorise(address);
        String own = cookie;
        cookie = "holdfast_sign_on=" + "x".repeat(43);
        assertThat(back(address, code).text("type")).isEqualTo("/problems/provider-state");
        cookie = own;
        world.clock.pass(Duration.ofMinutes(10));

        assertThat(back(address, code).text("type")).isEqualTo("/problems/provider-state");
    }

    @Test
    void aCodeOfAnotherSignOnIsRefusedBecauseItsVerifierDoesNotFit() {
        String stolen = provider.authorise(start());

        assertThat(back(start(), stolen).text("type")).isEqualTo("/problems/provider-refused");
    }

    @Test
    void whoWasRefusedAtTheProviderIsToldSo() {
        String address = start();

        assertThat(back(address, "").text("type")).isEqualTo("/problems/provider-refused");
    }

    static Stream<Arguments> wrongTokens() {
        Date past = Date.from(Instant.now().minusSeconds(600));
        return Stream.of(
                token("expired", claims -> claims.expirationTime(past)),
                token(
                        "issued in the future",
                        claims -> claims.issueTime(Date.from(Instant.now().plusSeconds(600)))),
                token("for another", claims -> claims.audience("another client")),
                token(
                        "for several, by another",
                        claims -> claims.audience(List.of(TestProvider.CLIENT, "x"))
                                .claim("azp", "x")),
                token("of another issuer", claims -> claims.issuer("https://evil.example")),
                token("of another sign-on", claims -> claims.claim("nonce", "another")),
                token("without nonce", claims -> claims.claim("nonce", null)),
                token("of nobody", claims -> claims.subject(null)));
    }

    private static Arguments token(String what, UnaryOperator<JWTClaimsSet.Builder> claims) {
        return Arguments.of(what, claims);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongTokens")
    void aTokenThatIsNotOursNowAndForThisSignOnIsRefusedAndAudited(
            String what, UnaryOperator<JWTClaimsSet.Builder> claims) {
        provider.claims = claims;

        Reply refused = signIn();

        assertThat(refused.status()).isEqualTo(502);
        assertThat(refused.text("type")).isEqualTo("/problems/provider-wrong");
        assertThat(world.lastAudited().outcome()).isEqualTo("failed");
        assertThat(world.accounts.all()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(names = "OWN_KEY", mode = EnumSource.Mode.EXCLUDE)
    void aTokenThatTheProvidersKeysDidNotSignIsRefused(TestProvider.Signature signature) {
        provider.signature = signature;

        assertThat(signIn().text("type")).isEqualTo("/problems/provider-wrong");
        assertThat(world.accounts.all()).hasSize(1);
    }

    @Test
    void aClockOffByHalfAMinuteIsForgiven() {
        provider.claims =
                claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(30)));

        assertThat(signIn().status()).isEqualTo(200);
    }

    @Test
    void newKeysOfTheProviderAreTakenWithoutARestart() {
        assertThat(signIn().status()).isEqualTo(200);
        provider.rotate();
        assertThat(signIn().status()).isEqualTo(200);
        provider.rotate();
        assertThat(signIn().status()).isEqualTo(200);
    }

    @Test
    void aProviderThatLiesAboutItsIssuerIsNotGoneTo() {
        provider.saidIssuer = "https://evil.example";

        Reply refused = world.server.call("POST", "session/provider/start", "");

        assertThat(refused.status()).isEqualTo(502);
        assertThat(refused.text("type")).isEqualTo("/problems/provider-wrong");
    }

    @Test
    void aProviderWithAForeignCertificateIsNotAsked() throws IOException {
        world = world(foreign, GROUPS);

        assertThat(world.server.call("POST", "session/provider/start", "").text("type"))
                .isEqualTo("/problems/provider-unavailable");
    }

    @Test
    void aProviderThatIsDownFailingOrSilentIsSaidToBeSoAndLocalAccountsGoOn() {
        provider.silent = true;
        assertThat(world.server.call("POST", "session/provider/start", "").status())
                .isEqualTo(503);
        provider.silent = false;
        String address = start();
        String code = provider.authorise(address);
        provider.status = 500;
        assertThat(back(address, code).text("type")).isEqualTo("/problems/provider-unavailable");
        provider.close();

        assertThat(world.server
                        .call("POST", "session", AccessWorld.logInBody("guard", PASSWORD))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void ourSecondFactorIsAskedForAfterTheProviderHasVouched() {
        UUID id = UUID.fromString(signIn().text("user.id"));
        String secret = world.factors.begin(world.accounts.find(id)).secret();
        world.factors.confirm(id, SecondFactorTest.code(secret, world.clock.instant()));
        world.clock.pass(Duration.ofSeconds(60));
        String address = start();
        assertThat(back(address, provider.authorise(address)).text("type"))
                .isEqualTo("/problems/second-factor-required");
        assertThat(withFactor(address, "000000").text("type")).isEqualTo("/problems/wrong-code");

        Reply in = withFactor(address, SecondFactorTest.code(secret, world.clock.instant()));

        assertThat(in.text("user.id")).isEqualTo(id.toString());
        assertThat(withFactor(address, "000000").text("type")).isEqualTo("/problems/provider-state");
    }

    /** Somebody locked at the provider by now does not get around it. */
    @Test
    void passkeyCountsAfterTheProviderHasVouchedAndNotAlone() throws IOException {
        UUID id = UUID.fromString(signIn().text("user.id"));
        SoftwareAuthenticator device = new SoftwareAuthenticator("ES256");
        Account account = world.accounts.find(id);
        Passkeys passkeys = world.factors.passkeys();
        String made = device.make("phone", passkeys.begin(account, "session"));
        PasskeyResource.NewPasskey passkey = new ObjectMapper().readValue(made, PasskeyResource.NewPasskey.class);
        passkeys.add(account, "phone", passkey, "session", URI.create("https://localhost/"));

        String address = start();
        assertThat(back(address, provider.authorise(address)).text("type")).isEqualTo("/problems/passkey-required");
        Reply challenge = world.server.call("POST", "session/passkeys/challenge", "");
        String browser = challenge.header("Set-Cookie").split(";", -1)[0];
        world.server.with("Cookie", cookie + "; " + browser);
        device.count = 2;
        String signed = ",\"passkey\":" + device.sign(challenge.text("challenge")) + "}";
        Reply in = world.server.call("POST", "session/provider", "{\"state\":\"" + state(address) + "\"" + signed);
        assertThat(in.text("user.id")).isEqualTo(id.toString());

        Reply again = world.server.call("POST", "session/passkeys/challenge", "");
        world.use(again);
        device.count = 3;
        String alone = "{\"passkey\":" + device.sign(again.text("challenge")) + "}";
        assertThat(world.server.call("POST", "session", alone).text("type")).isEqualTo("/problems/passkey-not-alone");
    }

    @Test
    void somebodySwitchedOffHereDoesNotGetIn() {
        Account mei = world.accounts.find(UUID.fromString(signIn().text("user.id")));
        Accounts.Profile profile = new Accounts.Profile("", mei.roles(), mei.subsidiaryIds(), mei.employeeId(), "en");
        world.accounts.change(mei, profile, false, "guard");

        assertThat(signIn().text("type")).isEqualTo("/problems/no-account");
    }

    @Test
    void withoutAGroupThatHasARoleNobodyGetsIn() {
        provider.claims = claims -> claims.claim("groups", List.of("canteen"));
        assertThat(signIn().text("type")).isEqualTo("/problems/no-role");
        provider.claims = claims -> claims.claim("groups", "hr");
        assertThat(signIn().status()).isEqualTo(200);
    }

    private Reply signIn() {
        String address = start();
        return back(address, provider.authorise(address));
    }

    private String start() {
        world.server.with("Cookie", null);
        Reply begun = world.server.call("POST", "session/provider/start", "");
        assertThat(begun.status()).as(begun.body()).isEqualTo(200);
        cookie = begun.header("Set-Cookie").split(";", -1)[0];
        return begun.text("address");
    }

    private Reply back(String address, String code) {
        world.server.with("Cookie", cookie);
        return world.server.call(
                "POST", "session/provider", "{\"state\":\"" + state(address) + "\",\"code\":\"" + code + "\"}");
    }

    private Reply withFactor(String address, String factor) {
        return world.server.call(
                "POST",
                "session/provider",
                "{\"state\":\"" + state(address) + "\",\"secondFactor\":\"" + factor + "\"}");
    }

    private static String state(String address) {
        Map<String, List<String>> query =
                URLUtils.parseParameters(URI.create(address).getRawQuery());
        return query.get("state").get(0);
    }

    private AccessWorld world(TestCertificate trusted, GroupRules groups) throws IOException {
        AccessWorld.SetClock clock = new AccessWorld.SetClock();
        OidcProvider asked = new OidcProvider(provider.settings(trusted.pem()), clock);
        return new AccessWorld(
                data,
                new AccessWorld.Rules(Set.of(), new AdministratorPlaces(List.of()))
                        .with(asked, provider.issuer(), groups));
    }
}
