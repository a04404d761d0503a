package org.holdfast.core.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.core.access.AccessWorld.PASSWORD;
import static org.holdfast.core.access.AccessWorld.logInBody;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.InvalidKeyException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.crypto.spec.SecretKeySpec;
import org.holdfast.core.access.AccessWorld.Rules;
import org.holdfast.core.platform.rest.MemoryServer.Reply;
import org.holdfast.launcher.config.Network;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A second factor is asked for, counts once, and can be lost without losing the account. */
class SecondFactorTest {
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    @TempDir
    Path data;

    private AccessWorld world;
    private Account hr;

    @BeforeEach
    void begin() {
        world = new AccessWorld(data);
        hr = world.add("hr", Role.GROUP_HR, Set.of(), Optional.empty());
    }

    @Test
    void codesAreThoseOfTheVectorsOfRfc6238() {
        OneTimeCodes codes = new OneTimeCodes();
        String secret = OneTimeCodes.letters("12345678901234567890".getBytes(StandardCharsets.US_ASCII));
        assertThat(secret).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        // Appendix B gives eight digits; six are their end.
        String[][] vectors = {
            {"59", "287082"},
            {"1111111109", "081804"},
            {"1111111111", "050471"},
            {"1234567890", "005924"},
            {"2000000000", "279037"},
            {"20000000000", "353130"}
        };
        for (String[] vector : vectors) {
            Instant now = Instant.ofEpochSecond(Long.parseLong(vector[0]));
            assertThat(codes.step(secret, vector[1], now)).as(vector[0]).hasValue(now.getEpochSecond() / 30);
            assertThat(codes.step(secret, vector[1], now.plusSeconds(61))).isEmpty();
        }
    }

    @Test
    void logInAsksForACodeAndEachCodeCountsOnce() {
        String secret = enrol();
        assertThat(logIn(null).text("type")).isEqualTo("/problems/second-factor-required");
        String code = code(secret);

        assertThat(logIn(code).text("type")).isEqualTo("/problems/wrong-code");
        world.clock.pass(Duration.ofSeconds(30));
        String next = code(secret);
        assertThat(logIn(next).status()).isEqualTo(200);
        assertThat(logIn(next).text("type")).isEqualTo("/problems/wrong-code");
    }

    @Test
    void secretIsCiphertextInTheDatabaseAndRecoveryCodesAreFingerprints() throws Exception {
        world.logIn("hr", PASSWORD);
        String secret = enrolment().text("secret");
        Reply confirmed = confirm(secret);

        assertThat(confirmed.body()).contains("recoveryCodes");
        try (java.sql.Connection connection = world.database.getConnection();
                java.sql.ResultSet row = connection
                        .createStatement()
                        .executeQuery("select secret, recovery_codes from access_second_factor")) {
            assertThat(row.next()).isTrue();
            assertThat(new String(row.getBytes(1), StandardCharsets.ISO_8859_1)).doesNotContain(secret);
            assertThat(row.getString(2))
                    .doesNotContain(confirmed.text("recoveryCodes.0").replace("-", ""));
        }
    }

    @Test
    void recoveryCodeLetsInOnceAndAlsoWhileTheKeyRingIsSealed() {
        world.logIn("hr", PASSWORD);
        Reply confirmed = confirm(enrolment().text("secret"));
        world.seal.open = false;

        assertThat(logIn("123456").text("type")).isEqualTo("/problems/second-factor-sealed");
        assertThat(logIn(confirmed.text("recoveryCodes.9")).status()).isEqualTo(200);
        assertThat(logIn(confirmed.text("recoveryCodes.9")).text("type")).isEqualTo("/problems/wrong-code");
    }

    @Test
    void guessingCodesIsSlowedDownEvenForTheLastSecurityAdministrator() {
        world.add("guard", Role.SECURITY_ADMIN, Set.of(), Optional.empty());
        world.logIn("guard", PASSWORD);
        String secret = enrolment().text("secret");
        confirm(secret);
        for (int i = 0; i < 5; i++) {
            world.server.from("203.0.113." + i).call("POST", "session", body("guard", "00000" + i));
        }
        world.clock.pass(Duration.ZERO);

        assertThat(world.server
                        .from("192.0.2.1")
                        .call("POST", "session", body("guard", code(secret)))
                        .status())
                .isEqualTo(429);
    }

    @Test
    void holderRemovesItWithPasswordAndCodeOnly() {
        String secret = enrol();
        String wrong = "{\"password\":\"" + PASSWORD + "\",\"code\":\"000000\"}";
        assertThat(world.server
                        .call("POST", "session/second-factor/removal", wrong)
                        .status())
                .isEqualTo(401);
        world.clock.pass(Duration.ofSeconds(30));
        String right = wrong.replace("000000", code(secret));
        assertThat(world.server
                        .call("POST", "session/second-factor/removal", right)
                        .status())
                .isEqualTo(204);
        assertThat(logIn(null).status()).isEqualTo(200);
    }

    @Test
    void securityAdministratorResetsThoseOfOthersButNotTheOwn() {
        enrol();
        Account guard = world.add("guard", Role.SECURITY_ADMIN, Set.of(), Optional.empty());
        world.logIn("guard", PASSWORD);
        assertThat(world.server.call("GET", "users/" + hr.id(), "").text("secondFactor"))
                .isEqualTo("true");

        assertThat(world.server
                        .call("DELETE", "users/" + hr.id() + "/second-factor", "")
                        .status())
                .isEqualTo(204);
        assertThat(world.server
                        .call("DELETE", "users/" + guard.id() + "/second-factor", "")
                        .text("type"))
                .isEqualTo("/problems/own-second-factor");
        assertThat(logIn(null).status()).isEqualTo(200);
    }

    @Test
    void roleThatMustHaveOneCanDoNothingBefore() {
        world = new AccessWorld(data, new Rules(Set.of(Role.GROUP_HR), new AdministratorPlaces(List.of())));
        world.add("hr", Role.GROUP_HR, Set.of(), Optional.empty());
        world.logIn("hr", PASSWORD);
        assertThat(world.server.call("GET", "sessions", "").text("type")).isEqualTo("/problems/second-factor-missing");
        assertThat(world.server.call("GET", "session", "").text("mustAddSecondFactor"))
                .isEqualTo("true");

        confirm(enrolment().text("secret"));
        assertThat(world.server.call("GET", "sessions", "").status()).isEqualTo(200);
    }

    /** Nobody else is there to reset it, app and recovery codes are gone, and the role must have one. */
    @Test
    void lastSecurityAdministratorGetsBackInFromTheCommandLine() {
        world = new AccessWorld(data, new Rules(Set.of(Role.SECURITY_ADMIN), new AdministratorPlaces(List.of())));
        Account guard = world.add("guard", Role.SECURITY_ADMIN, Set.of(), Optional.empty());
        world.logIn("guard", PASSWORD);
        confirm(enrolment().text("secret"));
        Reply lost = world.server.call("POST", "session", logInBody("guard", PASSWORD));
        assertThat(lost.text("type")).isEqualTo("/problems/second-factor-required");

        world.server.from("127.0.0.1").with("Authorization", "Bearer " + AccessWorld.LOCAL_TOKEN);
        assertThat(world.server
                        .call("DELETE", "users/" + guard.id() + "/second-factor", "")
                        .status())
                .isEqualTo(204);
        world.server.with("Authorization", null);
        world.logIn("guard", PASSWORD);
        assertThat(world.server.call("GET", "users", "").text("type")).isEqualTo("/problems/second-factor-missing");
        confirm(enrolment().text("secret"));
        assertThat(world.server.call("GET", "users", "").status()).isEqualTo(200);
    }

    @Test
    void ownSessionsAreListedAndEnded() {
        world.server.with("User-Agent", "Firefox");
        world.logIn("hr", PASSWORD);
        world.server.with("Cookie", null);
        world.logIn("hr", PASSWORD);
        Reply list = world.server.call("GET", "sessions", "");
        assertThat(list.text("total")).isEqualTo("2");
        assertThat(list.body()).contains("Firefox", "198.51.100.7").doesNotContain("holdfast_session");

        assertThat(world.server.call("DELETE", "sessions", "").status()).isEqualTo(204);
        assertThat(world.server.call("GET", "sessions", "").text("total")).isEqualTo("1");
        assertThat(world.server
                        .call("DELETE", "sessions/" + java.util.UUID.randomUUID(), "")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void securityAdministratorEndsTheSessionsOfAUser() {
        world.logIn("hr", PASSWORD);
        world.server.with("Cookie", null);
        world.add("guard", Role.SECURITY_ADMIN, Set.of(), Optional.empty());
        world.logIn("guard", PASSWORD);
        String path = "users/" + hr.id() + "/sessions";
        assertThat(world.server.call("GET", path, "").text("total")).isEqualTo("1");
        assertThat(world.server.call("DELETE", path, "").status()).isEqualTo(204);
        assertThat(world.server.call("GET", path, "").text("total")).isEqualTo("0");
    }

    @Test
    void administratorsComeFromTheirNetworksAndTheServerItselfOnly() {
        Network office = Network.of("192.0.2.0/24").orElseThrow();
        world = new AccessWorld(data, new Rules(Set.of(), new AdministratorPlaces(List.of(office))));
        world.add("guard", Role.SECURITY_ADMIN, Set.of(), Optional.empty());
        world.add("hr", Role.GROUP_HR, Set.of(), Optional.empty());
        String guard = logInBody("guard", PASSWORD);

        assertThat(world.server
                        .from("203.0.113.1")
                        .call("POST", "session", guard)
                        .text("type"))
                .isEqualTo("/problems/place-not-allowed");
        assertThat(world.server
                        .call("POST", "session", logInBody("hr", PASSWORD))
                        .status())
                .isEqualTo(200);
        assertThat(world.server.from("127.0.0.1").call("POST", "session", guard).status())
                .isEqualTo(200);
        world.server.from("192.0.2.77");
        world.logIn("guard", PASSWORD);
        assertThat(world.server.call("GET", "users", "").status()).isEqualTo(200);
        assertThat(world.server.from("203.0.113.1").call("GET", "users", "").status())
                .isEqualTo(403);
    }

    private String enrol() {
        world.logIn("hr", PASSWORD);
        String secret = enrolment().text("secret");
        assertThat(confirm(secret).status()).isEqualTo(200);
        return secret;
    }

    private Reply enrolment() {
        return world.server.call("POST", "session/second-factor", "{\"password\":\"" + PASSWORD + "\"}");
    }

    private Reply confirm(String secret) {
        return world.server.call("POST", "session/second-factor/confirmation", "{\"code\":\"" + code(secret) + "\"}");
    }

    private Reply logIn(String code) {
        return world.server.call("POST", "session", code == null ? logInBody("hr", PASSWORD) : body("hr", code));
    }

    private static String body(String username, String code) {
        return logInBody(username, PASSWORD).replace("}", ",\"code\":\"" + code + "\"}");
    }

    /** The code an app would show now, computed apart from the product's own reading of the secret. */
    private String code(String secret) {
        return code(secret, world.clock.instant());
    }

    static String code(String secret, Instant now) {
        byte[] bytes = new byte[20];
        int bits = 0;
        int at = 0;
        int held = 0;
        for (char letter : secret.toCharArray()) {
            bits = (bits << 5 | LETTERS.indexOf(letter)) & 0xfff;
            held += 5;
            if (held >= 8) {
                held -= 8;
                bytes[at++] = (byte) (bits >> held);
            }
        }
        try {
            return new TimeBasedOneTimePasswordGenerator()
                    .generateOneTimePasswordString(new SecretKeySpec(bytes, "HmacSHA1"), now, Locale.ROOT);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }
}
