package org.holdfast.core.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.core.access.AccessWorld.PASSWORD;
import static org.holdfast.core.access.AccessWorld.logInBody;
import static org.holdfast.core.access.TestDirectory.MEI;
import static org.holdfast.core.access.TestDirectory.MEI_PASSWORD;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.holdfast.core.platform.rest.MemoryServer.Reply;
import org.holdfast.launcher.config.GroupRules;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Signing on with the firm's directory: who gets in as what, and what happens when the directory misbehaves. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DirectorySignInTest {
    private static final UUID SUZHOU = new UUID(4, 4);
    private static final GroupRules.Rule HR =
            new GroupRules.Rule("CN=hr, OU=Groups, DC=firm, DC=example", "subsidiaryHr", Set.of("SZ"));

    @TempDir
    static Path certificates;

    private static TestCertificate good;
    private static TestCertificate foreign;
    private static TestCertificate misnamed;

    @TempDir
    Path data;

    private TestDirectory directory;
    private AccessWorld world;

    @BeforeAll
    static void certificates() throws IOException {
        good = TestCertificate.make(certificates, "good", true);
        foreign = TestCertificate.make(certificates, "foreign", true);
        misnamed = TestCertificate.make(certificates, "misnamed", false);
    }

    @BeforeEach
    void begin() throws Exception {
        directory = TestDirectory.ldaps(good);
        world = world(good.pem(), new GroupRules(List.of(HR), true), directory.address());
        world.add("guard", Role.SECURITY_ADMIN, Set.of(), Optional.empty());
    }

    @AfterEach
    void end() {
        directory.close();
    }

    @Test
    void somebodyWithAGroupGetsAnAccountWithItsRoleAtTheFirstSignOn() {
        Reply in = signIn("Mei.Lin", MEI_PASSWORD);

        assertThat(in.status()).isEqualTo(200);
        assertThat(in.text("user.username")).isEqualTo("mei.lin");
        assertThat(in.text("user.displayName")).isEqualTo("林梅");
        assertThat(in.text("user.signsOnWith")).isEqualTo("directory");
        assertThat(in.body()).contains("\"roles\":[\"subsidiaryHr\"]", SUZHOU.toString());
        assertThat(signIn("mei.lin", MEI_PASSWORD).text("user.id")).isEqualTo(in.text("user.id"));
    }

    @Test
    void startTlsSecuresThePlainPortBeforeAnythingIsSaid() throws Exception {
        try (TestDirectory other = TestDirectory.startTls(good)) {
            world = world(good.pem(), new GroupRules(List.of(HR), true), other.address());

            assertThat(signIn("mei.lin", MEI_PASSWORD).status()).isEqualTo(200);
        }
    }

    @Test
    void aServerWithoutTlsIsNotToldThePassword() throws Exception {
        try (TestDirectory other = TestDirectory.plain()) {
            world = world(good.pem(), new GroupRules(List.of(HR), true), other.address());

            assertThat(signIn("mei.lin", MEI_PASSWORD).text("type")).isEqualTo("/problems/directory-unavailable");
            assertThat(other.binds).isEmpty();
        }
    }

    @Test
    void aServerWithAForeignCertificateOrOneForAnotherHostIsNotToldThePassword() throws Exception {
        for (TestCertificate wrong : List.of(foreign, misnamed)) {
            Path trusted = wrong.equals(foreign) ? good.pem() : misnamed.pem();
            try (TestDirectory tls = TestDirectory.ldaps(wrong);
                    TestDirectory start = TestDirectory.startTls(wrong)) {
                for (TestDirectory other : List.of(tls, start)) {
                    world = world(trusted, new GroupRules(List.of(HR), true), other.address());

                    assertThat(signIn("mei.lin", MEI_PASSWORD).status())
                            .as("%s for %s", wrong.pem().getFileName(), other.address())
                            .isEqualTo(503);
                    assertThat(other.binds).isEmpty();
                }
            }
        }
    }

    @Test
    void wrongPasswordAndUnknownNameCannotBeToldApart() {
        Reply wrong = signIn("mei.lin", "not the password");
        Reply unknown = signIn("nobody", "not the password");

        assertThat(wrong.status()).isEqualTo(401);
        assertThat(withoutNumber(wrong)).isEqualTo(withoutNumber(unknown));
    }

    @Test
    void anEmptyPasswordIsNeverSentBecauseServersSayYesToIt() throws Exception {
        assertThat(signIn("mei.lin", "").status()).isEqualTo(400);
        LdapDirectory asked = new LdapDirectory(TestDirectory.settings(good.pem(), directory.address()));

        assertThat(asked.check("mei.lin", new char[0])).isEmpty();
        assertThat(directory.binds).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "mei*",
                "mei.lin)(uid=*",
                "*)(|(uid=*",
                "mei.lin)(objectClass=*))(|(uid=*",
                "\\2a",
                "mei.lin\u0000",
                "uid=mei.lin,ou=People,dc=firm,dc=example",
                "{person}",
                "{user}",
                "$0"
            })
    void aHostileUserNameFindsNobody(String username) throws Exception {
        LdapDirectory asked = new LdapDirectory(TestDirectory.settings(good.pem(), directory.address()));

        assertThat(asked.check(username, MEI_PASSWORD.toCharArray())).isEmpty();
        assertThat(directory.binds).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "775, directory-account-locked, 403",
        "533, directory-account-disabled, 403",
        "701, directory-account-disabled, 403",
        "532, directory-password-expired, 403",
        "773, directory-password-expired, 403",
        "530, directory-not-now, 403",
        "52e, wrong-credentials, 401",
        "525, wrong-credentials, 401"
    })
    void whatActiveDirectorySaysIsSaidInPlainWordsAndAudited(String data, String problem, int status) {
        directory.refusal = new LDAPException(
                ResultCode.INVALID_CREDENTIALS,
                "80090308: LdapErr: DSID-0C09044E, comment: AcceptSecurityContext error, data " + data + ", v2580");

        Reply refused = signIn("mei.lin", MEI_PASSWORD);

        assertThat(refused.status()).isEqualTo(status);
        assertThat(refused.text("type")).isEqualTo("/problems/" + problem);
        assertThat(world.lastAudited().outcome()).isEqualTo("denied");
        assertThat(refused.body()).doesNotContain("DSID");
    }

    @Test
    void aReferralIsNotFollowedSoThatNobodyElseIsToldThePassword() throws Exception {
        try (TestDirectory elsewhere = TestDirectory.ldaps(good)) {
            directory.refusal = new LDAPException(
                    ResultCode.REFERRAL, "elsewhere", null, new String[] {elsewhere.address() + "/" + MEI});

            assertThat(signIn("mei.lin", MEI_PASSWORD).text("type")).isEqualTo("/problems/directory-unavailable");
            assertThat(elsewhere.binds).isEmpty();
        }
    }

    @Test
    void theNextServerIsAskedWhereOneIsDownSilentOrHangsUp() throws Exception {
        Thread hangsUp;
        try (ServerSocket silent = new ServerSocket(0, 5, TestDirectory.local());
                ServerSocket rude = new ServerSocket(0, 5, TestDirectory.local())) {
            hangsUp = hangsUp(rude);
            world = world(
                    good.pem(),
                    new GroupRules(List.of(HR), true),
                    URI.create("ldaps://127.0.0.1:1"),
                    URI.create("ldaps://127.0.0.1:" + rude.getLocalPort()),
                    URI.create("ldap://127.0.0.1:" + silent.getLocalPort()),
                    directory.address());

            assertThat(signIn("mei.lin", MEI_PASSWORD).status()).isEqualTo(200);
        }
        hangsUp.join();
    }

    @Test
    void aDirectoryThatAnswersNothingIsGivenUpAndLocalAccountsGoOn() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 5, TestDirectory.local())) {
            world = world(
                    good.pem(),
                    new GroupRules(List.of(HR), true),
                    URI.create("ldaps://127.0.0.1:" + silent.getLocalPort()));
            world.add("guard", Role.SECURITY_ADMIN, Set.of(), Optional.empty());

            Reply refused = signIn("mei.lin", MEI_PASSWORD);

            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.text("type")).isEqualTo("/problems/directory-unavailable");
            assertThat(refused.text("detail")).contains("try again later");
            assertThat(signIn("guard", PASSWORD).status()).isEqualTo(200);
        }
    }

    @Test
    void nobodyIsDelayedBecauseTheDirectoryIsDown() {
        directory.server.shutDown(true);
        for (int i = 0; i < 10; i++) {
            assertThat(signIn("mei.lin", MEI_PASSWORD).status()).isEqualTo(503);
        }
    }

    @Test
    void guessingInTheDirectoryIsSlowedDownLikeAnyGuessing() {
        for (int i = 0; i < 5; i++) {
            signIn("mei.lin", "guess number " + i);
        }

        assertThat(signIn("mei.lin", MEI_PASSWORD).status()).isEqualTo(429);
        assertThat(directory.binds).hasSize(5);
    }

    @Test
    void aLocalAccountCannotBeTakenOverByItsNameInTheDirectory() throws Exception {
        directory.entry(
                "uid=guard," + TestDirectory.PEOPLE,
                "uid: guard",
                "cn: Somebody",
                "userPassword: in the directory",
                "entryUUID: 33-3");

        assertThat(signIn("guard", "in the directory").status()).isEqualTo(401);
        assertThat(directory.binds).isEmpty();
        assertThat(signIn("guard", PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void aNameThatIsAnotherPersonsByNowDoesNotOpenTheFirstOnesAccount() throws Exception {
        signIn("mei.lin", MEI_PASSWORD);
        directory.server.delete(MEI);
        directory.entry(MEI, "uid: mei.lin", "cn: Lin Meifang", "userPassword: her own one", "entryUUID: 44-4");

        Reply refused = signIn("mei.lin", "her own one");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text("type")).isEqualTo("/problems/another-person");
    }

    @Test
    void somebodyRenamedKeepsTheAccount() throws Exception {
        String before = signIn("mei.lin", MEI_PASSWORD).text("user.id");
        directory.server.modifyDN(MEI, "uid=mei.wang", true);
        directory.server.modify(
                "dn: cn=HR," + TestDirectory.GROUPS,
                "changetype: modify",
                "replace: member",
                "member: " + MEI.replace("mei.lin", "mei.wang"),
                "-");

        assertThat(signIn("mei.wang", MEI_PASSWORD).text("user.id")).isEqualTo(before);
    }

    @Test
    void whoHasNoGroupWithARoleIsRefusedAndTheSessionsOfOneWhoLostItEnd() throws Exception {
        assertThat(signIn("li.wei", "Li Weis Passwort").text("type")).isEqualTo("/problems/no-role");
        world.use(signIn("mei.lin", MEI_PASSWORD));
        assertThat(world.server.call("GET", "session", "").status()).isEqualTo(200);
        directory.server.delete("cn=HR," + TestDirectory.GROUPS);

        assertThat(signIn("mei.lin", MEI_PASSWORD).text("type")).isEqualTo("/problems/no-role");
        assertThat(world.server.call("GET", "session", "").status()).isEqualTo(401);
    }

    @Test
    void anotherGroupGivesAnotherRoleAtTheNextSignOn() throws Exception {
        GroupRules.Rule dpo = new GroupRules.Rule("cn=dpo," + TestDirectory.GROUPS, "dpo", Set.of());
        world = world(good.pem(), new GroupRules(List.of(HR, dpo), true), directory.address());
        signIn("mei.lin", MEI_PASSWORD);
        directory.server.delete("cn=HR," + TestDirectory.GROUPS);
        directory.entry("cn=DPO," + TestDirectory.GROUPS, "objectClass: groupOfNames", "cn: DPO", "member: " + MEI);

        assertThat(signIn("mei.lin", MEI_PASSWORD).body()).contains("\"roles\":[\"dpo\"]", "\"subsidiaryIds\":[]");
    }

    @Test
    void aGroupOfASubsidiaryThatIsNotThereGivesNothing() throws Exception {
        GroupRules.Rule wrong = new GroupRules.Rule("cn=hr," + TestDirectory.GROUPS, "subsidiaryHr", Set.of("XX"));
        world = world(good.pem(), new GroupRules(List.of(wrong), true), directory.address());

        assertThat(signIn("mei.lin", MEI_PASSWORD).text("type")).isEqualTo("/problems/no-role");
    }

    @Test
    void whereNoAccountsAreMadeASecurityAdministratorSaysWhoSignsOnWithTheDirectory() throws Exception {
        world = world(good.pem(), new GroupRules(List.of(), false), directory.address());
        world.add("guard", Role.SECURITY_ADMIN, Set.of(), Optional.empty());
        Account mei = world.add("mei.lin", Role.GROUP_HR, Set.of(), Optional.empty());
        assertThat(signIn("li.wei", "Li Weis Passwort").text("type")).isEqualTo("/problems/no-account");
        assertThat(signIn("mei.lin", MEI_PASSWORD).status()).isEqualTo(401);
        world.logIn("guard", PASSWORD);

        Reply given = world.server.call("PUT", "users/" + mei.id() + "/origin", "{\"signsOnWith\":\"directory\"}");

        assertThat(given.status()).isEqualTo(204);
        assertThat(signIn("mei.lin", PASSWORD).status()).isEqualTo(401);
        Reply in = signIn("mei.lin", MEI_PASSWORD);
        assertThat(in.body()).contains("\"roles\":[\"groupHr\"]");
    }

    @Test
    void nobodyGivesAwayTheOwnAccountOrThatOfTheLastSecurityAdministrator() {
        Account guard = world.accounts.all().get(0);
        world.logIn("guard", PASSWORD);

        assertThat(world.server
                        .call("PUT", "users/" + guard.id() + "/origin", "{\"signsOnWith\":\"directory\"}")
                        .text("type"))
                .isEqualTo("/problems/last-security-administrator");
    }

    @Test
    void thePasswordIsChangedInTheDirectoryOnlyAndAOneTimePasswordMakesTheAccountLocal() {
        Reply in = signIn("mei.lin", MEI_PASSWORD);
        world.use(in);
        world.server.with("X-CSRF-Token", in.text("csrfToken"));
        Reply refused = world.server.call(
                "PUT",
                "session/password",
                "{\"currentPassword\":\"" + MEI_PASSWORD + "\",\"newPassword\":\"" + PASSWORD + "\"}");
        assertThat(refused.text("type")).isEqualTo("/problems/password-elsewhere");
        world.logIn("guard", PASSWORD);

        String once = world.server
                .call("POST", "users/" + in.text("user.id") + "/password", "")
                .text("oneTimePassword");

        assertThat(signIn("mei.lin", MEI_PASSWORD).status()).isEqualTo(401);
        assertThat(signIn("mei.lin", once).text("user.mustChangePassword")).isEqualTo("true");
    }

    @Test
    void ourSecondFactorIsAskedForAfterTheDirectorysPassword() {
        Reply in = signIn("mei.lin", MEI_PASSWORD);
        UUID id = UUID.fromString(in.text("user.id"));
        String secret = world.factors.begin(world.accounts.find(id)).secret();
        world.factors.confirm(id, codeOf(secret));

        assertThat(signIn("mei.lin", MEI_PASSWORD).text("type")).isEqualTo("/problems/second-factor-required");
        assertThat(signIn("mei.lin", "wrong").text("type")).isEqualTo("/problems/wrong-credentials");
    }

    private String codeOf(String secret) {
        return SecondFactorTest.code(secret, world.clock.instant());
    }

    private Reply signIn(String username, String password) {
        return world.server.call("POST", "session", logInBody(username, password));
    }

    private static String withoutNumber(Reply reply) {
        return reply.body().replaceAll("urn:uuid:[^\"]*", "");
    }

    private AccessWorld world(Path authorities, GroupRules groups, URI... servers) throws IOException {
        LdapDirectory asked = new LdapDirectory(TestDirectory.settings(authorities, servers));
        AccessWorld.Rules rules = new AccessWorld.Rules(Set.of(), new AdministratorPlaces(List.of()))
                .with(asked::check, groups, code -> code.equals("SZ") ? Optional.of(SUZHOU) : Optional.empty());
        return new AccessWorld(data, rules);
    }

    private static Thread hangsUp(ServerSocket server) {
        Thread thread = new Thread(() -> {
            while (!server.isClosed()) {
                try (Socket caller = server.accept()) {
                    caller.setSoLinger(true, 0);
                } catch (IOException e) {
                    if (!server.isClosed()) {
                        throw new UncheckedIOException(e);
                    }
                }
            }
        });
        thread.start();
        return thread;
    }
}
