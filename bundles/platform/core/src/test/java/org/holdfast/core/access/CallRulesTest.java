package org.holdfast.core.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.core.access.AccessWorld.PASSWORD;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.holdfast.core.platform.rest.MemoryServer.Reply;
import org.holdfast.launcher.config.LimitSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens to who calls too often, and to machines without a certificate where one is needed. */
class CallRulesTest {
    private static final int STRANGERS = 6;
    private static final int SESSIONS = 12;
    private static final int TOKENS = 4;

    @TempDir
    Path data;

    private AccessWorld world;

    @BeforeEach
    void begin() {
        open(false);
    }

    @AfterEach
    void end() {
        world.log.close();
    }

    private void open(boolean certificates) {
        AccessWorld.Rules rules = new AccessWorld.Rules(Set.of(), new AdministratorPlaces(List.of()))
                .with(new LimitSettings(STRANGERS, SESSIONS, TOKENS), certificates);
        world = new AccessWorld(data, rules);
        world.add("guard", Role.SECURITY_ADMIN, Set.of(), Optional.empty());
    }

    @Test
    void anAddressThatAsksTooOftenWithoutSigningOnHasToWaitAndOthersAreServed() {
        spend(STRANGERS, 200);

        Reply refused = texts();
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.text("type")).isEqualTo("/problems/too-many-requests");
        assertThat(refused.header("Retry-After")).isEqualTo("10");
        world.server.from("198.51.100.8");
        assertThat(texts().status()).as("another address").isEqualTo(200);

        world.server.from("198.51.100.7");
        world.clock.pass(Duration.ofSeconds(9));
        assertThat(texts().status()).isEqualTo(429);
        world.clock.pass(Duration.ofSeconds(1));
        assertThat(texts().status()).as("after the seconds it was told").isEqualTo(200);
        assertThat(texts().status()).as("one call has come back, not all").isEqualTo(429);
        world.clock.pass(Duration.ofMinutes(1));
        spend(STRANGERS, 200);
    }

    @Test
    void wrongTokensAreCountedAsCallsOfAStrangerAndShutNobodyOutWhoHasARightOne() {
        world.logIn("guard", PASSWORD);
        world.server.with("Authorization", "Bearer hf_of-nobody");
        for (int i = 0; i < STRANGERS; i++) {
            assertThat(session().status()).isEqualTo(401);
        }

        assertThat(session().status()).isEqualTo(429);
        world.server.with("Authorization", null);
        assertThat(texts().status()).isEqualTo(429);
        assertThat(session().status())
                .as("who is logged in, at the same address")
                .isEqualTo(200);
    }

    @Test
    void loggingInSlowsDownGuessersByItselfAndIsNotCountedOnceMore() {
        spend(STRANGERS, 200);

        Reply in = world.server.call("POST", "session", "{\"username\":\"guard\",\"password\":\"" + PASSWORD + "\"}");
        assertThat(in.status()).isEqualTo(200);
    }

    @Test
    void aSessionHasALimitOfItsOwn() {
        world.logIn("guard", PASSWORD);
        for (int i = 0; i < SESSIONS; i++) {
            assertThat(session().status()).isEqualTo(200);
        }

        Reply refused = session();
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Retry-After")).isEqualTo("5");
        world.logIn("guard", PASSWORD);
        assertThat(session().status()).as("another session of the same person").isEqualTo(200);
    }

    @Test
    void aTokenHasALimitOfItsOwnAndTheCommandLineHasNone() {
        world.server.with("Authorization", "Bearer " + token());
        for (int i = 0; i < TOKENS; i++) {
            assertThat(session().status()).isEqualTo(200);
        }
        assertThat(session().status()).isEqualTo(429);

        world.server.from("127.0.0.1").with("Authorization", "Bearer " + AccessWorld.LOCAL_TOKEN);
        for (int i = 0; i < SESSIONS + STRANGERS; i++) {
            assertThat(session().status()).isEqualTo(200);
        }
    }

    @Test
    void moreAddressesThanAreKeptDoNotFillTheMemory() {
        CallLimits limits = new CallLimits(1, world.clock);
        for (int i = 0; i < 30_000; i++) {
            limits.count("address " + i);
        }

        assertThat(limits.kept()).isEqualTo(20_000);
    }

    @Test
    void zeroIsNoLimit() {
        CallLimits limits = new CallLimits(0, world.clock);
        for (int i = 0; i < 10_000; i++) {
            limits.count("anybody");
        }

        assertThat(limits.kept()).isZero();
    }

    @Test
    void whereMachinesNeedACertificateATokenAloneIsRefusedAndAuditedAndPeopleAreNot() {
        world.log.close();
        open(true);
        String token = token();
        assertThat(session().status()).as("a browser").isEqualTo(200);
        world.server.with("Cookie", null).with("X-CSRF-Token", null).with("Authorization", "Bearer " + token);

        Reply refused = world.server.call("POST", "probe/write", "{\"text\":\"a\"}");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text("type")).isEqualTo("/problems/client-certificate-required");
        assertThat(world.probe.writes).hasValue(0);
        assertThat(world.lastAudited().actor().via()).isEqualTo("token");
        assertThat(world.lastAudited().outcome()).isEqualTo("denied");

        world.server.certified(true);
        assertThat(world.server.call("POST", "probe/write", "{\"text\":\"a\"}").status())
                .isEqualTo(200);
        world.server.certified(false).from("127.0.0.1").with("Authorization", "Bearer " + AccessWorld.LOCAL_TOKEN);
        assertThat(session().status()).as("the command line").isEqualTo(200);
    }

    private String token() {
        world.logIn("guard", PASSWORD);
        return world.server
                .call("POST", "tokens", "{\"name\":\"x\",\"role\":\"integration\"}")
                .text("token");
    }

    private void spend(int calls, int status) {
        for (int i = 0; i < calls; i++) {
            assertThat(texts().status()).isEqualTo(status);
        }
    }

    private Reply texts() {
        return world.server.call("GET", "languages", "");
    }

    private Reply session() {
        return world.server.call("GET", "session", "");
    }
}
