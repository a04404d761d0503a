package org.holdfast.core.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.core.access.AccessWorld.PASSWORD;
import static org.holdfast.core.access.AccessWorld.logInBody;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.holdfast.core.platform.rest.MemoryServer.Reply;
import org.holdfast.launcher.audit.AuditEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionTest {
    @TempDir
    Path data;

    private AccessWorld world;

    @BeforeEach
    void begin() {
        world = new AccessWorld(data);
        world.add("hr", Role.GROUP_HR, Set.of(), Optional.empty());
    }

    @Test
    void logInSetsAStrictCookieAndReturnsTheUser() {
        Reply reply = world.server.call("POST", "session", logInBody(" HR ", PASSWORD));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Set-Cookie"))
                .startsWith("holdfast_session=")
                .contains("Path=/", "HttpOnly", "SameSite=Strict", "Secure");
        assertThat(reply.text("csrfToken")).hasSize(43);
        assertThat(reply.text("user.displayName")).isEqualTo("Name of hr");
        assertThat(reply.body()).contains("\"employeeId\":null").contains("\"risk:read\"");
    }

    @Test
    void unknownNameAndWrongPasswordCannotBeToldApart() {
        Reply unknown = world.server.call("POST", "session", logInBody("nobody", PASSWORD));
        Reply wrong = world.server.call("POST", "session", logInBody("hr", "not the password"));

        assertThat(unknown.status()).isEqualTo(401);
        assertThat(unknown.body().replaceAll("urn:uuid:[^\"]*", ""))
                .isEqualTo(wrong.body().replaceAll("urn:uuid:[^\"]*", ""));
    }

    @Test
    void logInGivesANewSessionAndEndsTheOneBefore() {
        world.logIn("hr", PASSWORD);
        Reply second = world.server.call("POST", "session", logInBody("hr", PASSWORD));

        assertThat(world.server.call("GET", "session", "").status()).isEqualTo(401);
        world.use(second);
        assertThat(world.server.call("GET", "session", "").status()).isEqualTo(200);
    }

    @Test
    void sessionEndsAfterHalfAnHourWithoutUse() {
        world.logIn("hr", PASSWORD);
        world.clock.pass(Duration.ofMinutes(29));
        assertThat(world.server.call("GET", "session", "").status()).isEqualTo(200);
        world.clock.pass(Duration.ofMinutes(30));

        assertThat(world.server.call("GET", "session", "").status()).isEqualTo(401);
    }

    @Test
    void sessionEndsAfterEightHoursHoweverBusy() {
        world.logIn("hr", PASSWORD);
        for (int i = 0; i < 23; i++) {
            world.clock.pass(Duration.ofMinutes(20));
            assertThat(world.server.call("GET", "session", "").status()).isEqualTo(200);
        }
        world.clock.pass(Duration.ofMinutes(20));

        assertThat(world.server.call("GET", "session", "").status()).isEqualTo(401);
    }

    @Test
    void logOutEndsTheSession() {
        world.logIn("hr", PASSWORD);

        assertThat(world.server.call("DELETE", "session", "").status()).isEqualTo(204);
        assertThat(world.server.call("GET", "session", "").status()).isEqualTo(401);
    }

    @Test
    void aSessionThatIsShownAgainAfterItsEndOpensNothingAndTheLogTellsWhoseItWas() {
        Reply loggedIn = world.server.call("POST", "session", logInBody("hr", PASSWORD));
        world.use(loggedIn);
        world.server.call("DELETE", "session", "");
        world.logIn("hr", PASSWORD);
        world.use(loggedIn);

        Reply replayed = world.server.call("POST", "probe/write", "{\"text\":\"x\"}");

        assertThat(replayed.status()).isEqualTo(401);
        assertThat(world.probe.writes).hasValue(0);
        AuditEvent told = world.lastAudited();
        assertThat(told.outcome()).isEqualTo(AuditEvent.DENIED);
        assertThat(told.actor().id()).isEqualTo(loggedIn.text("user.id"));
        assertThat(told.details()).containsEntry("status", "401");
    }

    @Test
    void writeWithoutThePagesTokenIsRefused() {
        world.logIn("hr", PASSWORD);

        Reply missing = world.server.with("X-CSRF-Token", null).call("POST", "probe/write", "{\"text\":\"a\"}");
        Reply wrong = world.server.with("X-CSRF-Token", "x".repeat(43)).call("POST", "probe/write", "{\"text\":\"a\"}");

        assertThat(missing.status()).isEqualTo(403);
        assertThat(missing.text("type")).isEqualTo("/problems/csrf-token-wrong");
        assertThat(wrong.status()).isEqualTo(403);
        assertThat(world.probe.writes).hasValue(0);
    }

    @Test
    void guessingIsSlowedDownAndNeverLocksForGood() {
        for (int i = 0; i < 5; i++) {
            world.server.call("POST", "session", logInBody("hr", "guess number " + i));
        }
        Reply delayed = world.server.call("POST", "session", logInBody("hr", PASSWORD));
        assertThat(delayed.status()).isEqualTo(429);
        assertThat(delayed.header("Retry-After")).isEqualTo("2");

        world.clock.pass(Duration.ofSeconds(2));
        assertThat(world.server
                        .call("POST", "session", logInBody("hr", PASSWORD))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void strangersCannotKeepTheLastSecurityAdministratorOut() {
        world.add("guard", Role.SECURITY_ADMIN, Set.of(), Optional.empty());
        for (int i = 0; i < 6; i++) {
            world.server.from("203.0.113." + i).call("POST", "session", logInBody("guard", "guess number " + i));
        }

        Reply own = world.server.from("192.0.2.1").call("POST", "session", logInBody("guard", PASSWORD));

        assertThat(own.status()).isEqualTo(200);
    }

    @Test
    void endpointWithoutAMarkIsRefusedToEverybody() {
        world.logIn("hr", PASSWORD);

        assertThat(world.server.call("GET", "probe/unmarked", "").status()).isEqualTo(403);
    }

    @Test
    void textsNeedNoSession() {
        assertThat(world.server.call("GET", "languages", "").body()).contains("中文");
        assertThat(world.server.call("GET", "texts/zh", "").status()).isEqualTo(200);
        assertThat(world.server.call("GET", "texts/xx", "").status()).isEqualTo(404);
    }

    @Test
    void firstAdministratorMustChangeTheOneTimePasswordFromTheFile() throws Exception {
        AccessWorld fresh = new AccessWorld(data);
        fresh.accounts.createFirst();
        fresh.accounts.createFirst();
        Path file = data.resolve("first-password.txt");
        String oneTime = Files.readString(file).trim();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");

        fresh.logIn("admin", oneTime);
        assertThat(fresh.server.call("GET", "users", "").text("type")).isEqualTo("/problems/password-change-required");
        Reply weak = fresh.server.call(
                "PUT",
                "session/password",
                "{\"currentPassword\":\"" + oneTime + "\",\"newPassword\":\"admin1234567890\"}");
        assertThat(weak.body()).contains("passwordHasUsername");
        Reply changed = fresh.server.call(
                "PUT",
                "session/password",
                "{\"currentPassword\":\"" + oneTime + "\",\"newPassword\":\"" + PASSWORD + "\"}");

        assertThat(changed.status()).isEqualTo(204);
        assertThat(file).doesNotExist();
        assertThat(fresh.server.call("GET", "session", "").status()).isEqualTo(401);
        fresh.use(changed);
        assertThat(fresh.server.call("GET", "users", "").text("total")).isEqualTo("1");
    }

    @Test
    void hashIsArgon2IdWith19MebibytesAndTwoPasses() {
        PasswordHashes hashes = new PasswordHashes();
        String hash = hashes.hash(PASSWORD.toCharArray());

        assertThat(hash).contains("argon2id").contains("t=2,m=19456,p=1");
        assertThat(hashes.fits(PASSWORD.toCharArray(), hash)).isTrue();
        assertThat(hashes.fits("another long secret".toCharArray(), hash)).isFalse();
    }
}
