package org.holdfast.core.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.core.access.AccessWorld.PASSWORD;
import static org.holdfast.core.access.AccessWorld.logInBody;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.holdfast.core.access.AccessWorld.Rules;
import org.holdfast.core.platform.rest.MemoryServer.Reply;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A passkey counts where its holder's device has signed this server's challenge, once, and nowhere else. */
class PasskeyTest {
    private static final String NOBODY = "holdfast_passkey=";

    @TempDir
    Path data;

    private AccessWorld world;
    private Account hr;
    private final SoftwareAuthenticator device = new SoftwareAuthenticator("ES256");

    @BeforeEach
    void begin() {
        world = new AccessWorld(data);
        hr = world.add("hr", Role.GROUP_HR, Set.of(), Optional.empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ES256", "EdDSA", "RS256"})
    void passkeyLetsInAfterThePasswordAndAloneAndIsAskedForFromThenOn(String algorithm) {
        SoftwareAuthenticator made = new SoftwareAuthenticator(algorithm);
        assertThat(register("hr", made).status()).isEqualTo(200);

        assertThat(world.server
                        .call("POST", "session", logInBody("hr", PASSWORD))
                        .text("type"))
                .isEqualTo("/problems/passkey-required");
        made.count = 2;
        assertThat(withPassword("hr", made).status()).isEqualTo(200);
        made.count = 3;
        assertThat(alone(made).text("user.username")).isEqualTo("hr");
    }

    @Test
    void holderSeesWhatThereIsAndWhenItWasUsed() {
        register("hr", device);
        world.clock.pass(Duration.ofMinutes(1));
        device.count = 2;
        signIn(alone(device));

        Reply list = world.server.call("GET", "session/passkeys", "");
        assertThat(list.text("items.0.name")).isEqualTo("Key of hr");
        assertThat(list.text("items.0.createdAt")).isEqualTo("2026-11-22T08:00:00Z");
        assertThat(list.text("items.0.lastUsedAt")).isEqualTo("2026-11-22T08:01:00Z");
        assertThat(world.server.call("GET", "session/second-factor", "").text("passkeys"))
                .isEqualTo("1");
    }

    @Test
    void whatIsNotSignedForThisServerByThisDeviceNowLetsNobodyIn() {
        register("hr", device);
        assertRefused(made -> made.origin = "https://localhost.evil.example");
        assertRefused(made -> made.origin = "http://localhost");
        assertRefused(made -> made.rpId = "evil.example");
        assertRefused(made -> made.verified = false);
        assertRefused(made -> made.userHandle = PasskeyAnswer.handle(new java.util.UUID(1, 1)));
        assertThat(signed(new SoftwareAuthenticator("ES256"), challenge()).text("type"))
                .isEqualTo("/problems/wrong-passkey");
    }

    @Test
    void challengeCountsOnceInOneBrowserAndForFiveMinutes() {
        register("hr", device);
        String challenge = challenge();
        device.count = 2;
        assertThat(signed(device, challenge).status()).isEqualTo(200);
        device.count = 3;
        assertThat(signed(device, challenge).text("type")).isEqualTo("/problems/passkey-challenge");

        String other = challenge();
        world.server.with("Cookie", NOBODY + "another");
        assertThat(signed(device, other).text("type")).isEqualTo("/problems/passkey-challenge");

        String late = challenge();
        world.clock.pass(Duration.ofMinutes(5));
        assertThat(signed(device, late).text("type")).isEqualTo("/problems/passkey-challenge");
        assertThat(signed(device, "AAAA").text("type")).isEqualTo("/problems/passkey-challenge");
    }

    @Test
    void counterThatGoesBackIsRefusedAndStandsInTheAuditLog() {
        device.count = 7;
        register("hr", device);
        device.count = 9;
        assertThat(alone(device).status()).isEqualTo(200);
        device.count = 8;
        assertThat(alone(device).text("type")).isEqualTo("/problems/passkey-copied");

        assertThat(world.lastAudited().outcome()).isNotEqualTo("done");
        assertThat(world.lastAudited().details())
                .containsEntry("account", hr.id().toString())
                .containsKey("passkeyCopied");
    }

    @Test
    void passkeyOfSomebodyElseIsNoSecondFactor() {
        register("hr", device);
        world.add("other", Role.GROUP_HR, Set.of(), Optional.empty());
        SoftwareAuthenticator others = new SoftwareAuthenticator("ES256");
        register("other", others);
        others.count = 2;

        assertThat(withPassword("hr", others).text("type")).isEqualTo("/problems/wrong-passkey");
    }

    @Test
    void whatIsMalformedOrHugeIsAClearRefusalWhereverItIsCut() {
        register("hr", device);
        Random random = new Random(7);
        device.count = 2;
        for (int i = 0; i < 200; i++) {
            world.clock.pass(Duration.ofMinutes(20));
            String right = device.sign(challenge());
            char[] letters = right.toCharArray();
            int at = random.nextInt(letters.length);
            if (Character.isLetterOrDigit(letters[at])) {
                letters[at] = letters[at] == 'x' ? 'y' : 'x';
                int status =
                        session("{\"passkey\":" + new String(letters) + "}").status();
                assertThat(status).as("letter %d of %s", at, right).isBetween(200, 499);
            }
        }
        world.clock.pass(Duration.ofDays(2));
        for (String part : List.of("{}", "{\"credentialId\":\"" + "A".repeat(100_000) + "\"}")) {
            assertThat(session("{\"passkey\":" + part + "}").text("type")).isEqualTo("/problems/wrong-passkey");
        }
    }

    @Test
    void whatADeviceSaysOfANewPasskeyIsRefusedWhereItIsNotWhatWasAskedFor() {
        world.logIn("hr", PASSWORD);
        for (Consumer<SoftwareAuthenticator> change : List.<Consumer<SoftwareAuthenticator>>of(
                made -> made.origin = "https://evil.example",
                made -> made.rpId = "evil",
                made -> made.verified = false)) {
            SoftwareAuthenticator wrong = new SoftwareAuthenticator("ES256");
            change.accept(wrong);
            Reply reply = confirm(wrong.make("k", begun("{\"password\":\"" + PASSWORD + "\"}")));
            assertThat(reply.text("type")).isEqualTo("/problems/wrong-passkey");
        }
        // A challenge anybody can get is not one for adding a passkey.
        String session = world.cookie();
        String anybodys = challenge();
        world.server.with("Cookie", session + "; " + world.cookie());
        assertThat(confirm(device.make("k", anybodys)).text("type")).isEqualTo("/problems/passkey-challenge");
        assertThat(world.server.call("GET", "session/passkeys", "").body()).contains("\"items\":[]");
    }

    /** Nobody signs for the maker of a device, so some bytes may be any; the server holds out whatever they are. */
    @Test
    void newPasskeyThatIsMalformedNeverEndsInAFailureOfTheServer() {
        world.logIn("hr", PASSWORD);
        Random random = new Random(11);
        for (int i = 0; i < 200; i++) {
            String right = device.make("k", begun("{\"password\":\"" + PASSWORD + "\"}"));
            char[] letters = right.toCharArray();
            letters[30 + random.nextInt(letters.length - 40)] = 'x';
            assertThat(confirm(new String(letters)).status()).as(right).isBetween(200, 499);
            world.factors.passkeys().removeAll(hr.id());
        }
    }

    @Test
    void wrongPasskeysAreSlowedDownAsWrongCodesAre() {
        register("hr", device);
        device.verified = false;
        for (int i = 0; i < 6; i++) {
            withPassword("hr", device);
        }
        device.verified = true;
        assertThat(withPassword("hr", device).status()).isEqualTo(429);

        for (int i = 0; i < 22; i++) {
            alone(new SoftwareAuthenticator("EdDSA"));
        }
        assertThat(alone(device).status()).isEqualTo(429);
    }

    @Test
    void passkeyWorksWhileTheKeyRingIsSealed() {
        register("hr", device);
        world.seal.open = false;
        device.count = 2;

        signIn(withPassword("hr", device));
        Reply list = world.server.call("GET", "session/passkeys", "");
        assertThat(list.status()).isEqualTo(200);
        assertThat(list.body()).doesNotContain("Key of hr");
    }

    @Test
    void onlyWhoProvesItAddsAnotherOrRemovesOne() {
        register("hr", device);
        device.count = 2;
        signIn(alone(device));
        String id = world.server.call("GET", "session/passkeys", "").text("items.0.id");
        String password = "{\"password\":\"" + PASSWORD + "\"}";
        assertThat(world.server.call("POST", "session/passkeys", password).text("type"))
                .isEqualTo("/problems/passkey-required");
        assertThat(world.server.call("POST", "session/second-factor", password).text("type"))
                .isEqualTo("/problems/passkey-required");
        String removal = "session/passkeys/" + id + "/removal";
        assertThat(world.server.call("POST", removal, password).text("type")).isEqualTo("/problems/passkey-required");

        String session = world.cookie();
        String challenge = challenge();
        world.server.with("Cookie", session + "; " + world.cookie());
        device.count = 3;
        String proof = password.replace("}", ",\"passkey\":" + device.sign(challenge) + "}");
        assertThat(world.server.call("POST", removal, proof).status()).isEqualTo(204);
        world.server.with("Cookie", null);
        assertThat(world.server
                        .call("POST", "session", logInBody("hr", PASSWORD))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void securityAdministratorResetsPasskeysOfWhoHasLostThem() {
        register("hr", device);
        world.server.with("Cookie", null);
        world.add("guard", Role.SECURITY_ADMIN, Set.of(), Optional.empty());
        world.logIn("guard", PASSWORD);
        String user = "users/" + hr.id();
        assertThat(world.server.call("GET", user, "").text("secondFactor")).isEqualTo("true");
        assertThat(world.server.call("DELETE", user + "/second-factor", "").status())
                .isEqualTo(204);
        assertThat(world.server.call("DELETE", user + "/second-factor", "").status())
                .isEqualTo(404);
        assertThat(world.server
                        .call("POST", "session", logInBody("hr", PASSWORD))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void roleThatMustHaveASecondFactorMayHaveAPasskey() {
        world = new AccessWorld(data, new Rules(Set.of(Role.GROUP_HR), new AdministratorPlaces(List.of())));
        world.add("hr", Role.GROUP_HR, Set.of(), Optional.empty());
        register("hr", device);

        assertThat(world.server.call("GET", "sessions", "").status()).isEqualTo(200);
    }

    private void assertRefused(Consumer<SoftwareAuthenticator> change) {
        String origin = device.origin;
        device.count++;
        change.accept(device);
        assertThat(signed(device, challenge()).text("type")).isEqualTo("/problems/wrong-passkey");
        device.origin = origin;
        device.rpId = "localhost";
        device.verified = true;
        device.userHandle = "";
        device.count++;
        assertThat(alone(device).status()).isEqualTo(200);
    }

    private Reply register(String username, SoftwareAuthenticator made) {
        world.server.with("Cookie", null);
        world.logIn(username, PASSWORD);
        return confirm(made.make("Key of " + username, begun("{\"password\":\"" + PASSWORD + "\"}")));
    }

    private String begun(String proof) {
        return world.server.call("POST", "session/passkeys", proof).text("challenge");
    }

    private Reply confirm(String body) {
        return world.server.call("POST", "session/passkeys/confirmation", body);
    }

    private String challenge() {
        Reply reply = world.server.call("POST", "session/passkeys/challenge", "");
        world.use(reply);
        return reply.text("challenge");
    }

    private Reply alone(SoftwareAuthenticator made) {
        return signed(made, challenge());
    }

    private Reply signed(SoftwareAuthenticator made, String challenge) {
        return session("{\"passkey\":" + made.sign(challenge) + "}");
    }

    private Reply withPassword(String username, SoftwareAuthenticator made) {
        String passkey = ",\"passkey\":" + made.sign(challenge()) + "}";
        return session(logInBody(username, PASSWORD).replace("}", passkey));
    }

    private Reply session(String body) {
        return world.server.call("POST", "session", body);
    }

    private void signIn(Reply reply) {
        assertThat(reply.status()).isEqualTo(200);
        world.use(reply);
        world.server.with("X-CSRF-Token", reply.text("csrfToken"));
    }
}
