package org.holdfast.core.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.core.access.AccessWorld.PASSWORD;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.holdfast.core.access.SessionWatch.Watched;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What follows a session, such as a stream, sees its end, and does not keep it alive. */
class SessionWatchTest {
    @TempDir
    Path data;

    private AccessWorld world;
    private Account officer;
    private Watched session;

    @BeforeEach
    void begin() {
        world = new AccessWorld(data);
        officer = world.add("officer", Role.DPO, Set.of(), Optional.empty());
        world.add("guard", Role.SECURITY_ADMIN, Set.of(), Optional.empty());
        world.logIn("officer", PASSWORD);
        session = watched().orElseThrow();
    }

    @AfterEach
    void end() {
        world.log.close();
    }

    private Optional<Watched> watched() {
        return world.watch.of(officer.caller(), world.cookie().split("=", 2)[1]);
    }

    @Test
    void aSessionThatIsWatchedEndsUnusedAllTheSame() {
        for (int minutes = 0; minutes < 29; minutes++) {
            world.clock.pass(Duration.ofMinutes(1));
            assertThat(world.watch.goesOn(session)).isTrue();
        }
        world.clock.pass(Duration.ofMinutes(1));

        assertThat(world.watch.goesOn(session)).isFalse();
    }

    @Test
    void whoSignsOutIsSeenToHaveGone() {
        assertThat(world.server.call("DELETE", "session", "").status()).isEqualTo(204);

        assertThat(world.watch.goesOn(session)).isFalse();
        assertThat(watched()).isEmpty();
    }

    @Test
    void aSessionThatAnAdministratorEndsIsSeenToHaveEnded() {
        world.logIn("guard", PASSWORD);
        world.server.call("DELETE", "users/" + officer.id() + "/sessions", "");

        assertThat(world.watch.goesOn(session)).isFalse();
    }

    @Test
    void anothersCookieIsNobodysSession() {
        Account guard = world.add("other", Role.SECURITY_ADMIN, Set.of(), Optional.empty());

        assertThat(world.watch.of(guard.caller(), world.cookie().split("=", 2)[1]))
                .isEmpty();
        assertThat(world.watch.of(officer.caller(), null)).isEmpty();
    }
}
