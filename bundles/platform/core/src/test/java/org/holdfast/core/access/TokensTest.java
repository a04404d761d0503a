package org.holdfast.core.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.core.access.AccessWorld.PASSWORD;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.holdfast.core.platform.rest.MemoryServer.Reply;
import org.holdfast.launcher.audit.AuditEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tokens of machines: what they may do, how long, and how each refusal is answered and audited. */
class TokensTest {
    private static final String WRITE = "{\"text\":\"a\"}";

    @TempDir
    Path data;

    private AccessWorld world;

    @BeforeEach
    void begin() {
        world = new AccessWorld(data);
        world.add("guard", Role.SECURITY_ADMIN, Set.of(), Optional.empty());
        guard();
    }

    @AfterEach
    void end() {
        world.log.close();
    }

    @Test
    void aTokensTextIsShownOnceAndNotKept() {
        Reply made = make("");

        assertThat(made.text("token")).matches("hf_[A-Za-z0-9_-]{43}");
        assertThat(list().body())
                .doesNotContain(made.text("token"))
                .contains("\"lastUsedAt\":null", "\"state\":\"active\"");
    }

    @Test
    void aTokenMayDoWhatItsRoleMayAndNothingElse() {
        asMachine(make("").text("token"));

        assertThat(write().status()).isEqualTo(200);
        Reply users = world.server.call("GET", "users", "");
        assertThat(users.status()).isEqualTo(403);
        assertThat(users.text("type")).isEqualTo("/problems/forbidden");
    }

    @Test
    void aTokenWithAScopeIsRefusedWhatItsRoleMayAndItsScopeDoesNotHold() {
        Reply made = make(",\"permissions\":[\"jobs:read\",\"session:own\"]");
        asMachine(made.text("token"));

        Reply refused = write();

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text("type")).isEqualTo("/problems/token-scope");
        assertThat(refused.text("detail")).contains("security administrator");
        assertThat(world.probe.writes).hasValue(0);
        assertThat(lastAudited(made)).isEqualTo("denied");
        assertThat(world.server.call("GET", "session", "").body())
                .contains("\"permissions\":[\"jobs:read\",\"session:own\"]");
    }

    @Test
    void aScopeNarrowsTheSightToo() {
        Reply made = world.server.call(
                "POST", "tokens", "{\"name\":\"x\",\"role\":\"groupHr\",\"permissions\":[\"risk:readBand\"]}");
        asMachine(made.text("token"));
        String anybody = "probe/bands/" + new java.util.UUID(1, 1) + "/" + new java.util.UUID(2, 2);

        assertThat(world.server.call("GET", anybody, "").body()).isEqualTo("{\"score\":false}");
    }

    @Test
    void aScopeNeverAddsToTheRole() {
        Reply refused = make(",\"permissions\":[\"jobs:read\",\"users:manage\"]");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("permissions[1]", "unknownPermission");
    }

    @Test
    void anExpiredTokenIsRefusedByNameAndAudited() {
        Reply made = make("");
        asMachine(made.text("token"));
        world.clock.pass(Duration.ofDays(91));

        Reply refused = write();

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.text("type")).isEqualTo("/problems/token-expired");
        assertThat(world.probe.writes).hasValue(0);
        assertThat(lastAudited(made)).isEqualTo("denied");
        guard();
        assertThat(list().text("items.0.state")).isEqualTo("expired");
    }

    @Test
    void aRevokedTokenIsRefusedByNameAndAuditedAndStaysOnTheList() {
        Reply made = make("");
        assertThat(world.server.call("DELETE", "tokens/" + made.text("id"), "").status())
                .isEqualTo(204);
        assertThat(world.server.call("DELETE", "tokens/" + made.text("id"), "").status())
                .isEqualTo(404);
        asMachine(made.text("token"));

        Reply refused = write();

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.text("type")).isEqualTo("/problems/token-revoked");
        assertThat(lastAudited(made)).isEqualTo("denied");
        guard();
        assertThat(list().text("items.0.state")).isEqualTo("revoked");
        world.clock.pass(Duration.ofDays(91));
        guard();
        make("");
        assertThat(list().text("total")).isEqualTo("1");
    }

    @Test
    void aTokenThatNeverWasIsNotToldFromNoToken() {
        asMachine("hf_" + "x".repeat(43));

        assertThat(write().text("type")).isEqualTo("/problems/not-signed-in");
    }

    @Test
    void everyTokenExpiresAndNoneLaterThanTheSettingsSay() {
        assertThat(make("").text("expiresAt")).isEqualTo("2027-02-20T08:00:00Z");
        Reply refused = make(",\"expiresAt\":\"2027-08-01T00:00:00Z\"");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("at most 180 days");
    }

    @Test
    void theListTellsWhenATokenWasUsedAndMonitoringWhenItIsAboutToExpire() {
        asMachine(make("").text("token"));
        write();
        world.clock.pass(Duration.ofDays(77));
        guard();

        assertThat(list().text("items.0.lastUsedAt")).isEqualTo("2026-11-22T08:00:00Z");
        assertThat(list().text("items.0.state")).isEqualTo("expiring");
        assertThat(world.gauges.gauges())
                .singleElement()
                .satisfies(gauge -> assertThat(gauge.value()).isEqualTo(1));
    }

    @Test
    void tokenCannotHaveARoleOfAPerson() {
        for (String role : new String[] {"lineManager", "local"}) {
            assertThat(world.server
                            .call("POST", "tokens", "{\"name\":\"x\",\"role\":\"" + role + "\"}")
                            .status())
                    .isEqualTo(400);
        }
    }

    private Reply make(String more) {
        return world.server.call("POST", "tokens", "{\"name\":\"clock\",\"role\":\"integration\"" + more + "}");
    }

    private Reply list() {
        return world.server.call("GET", "tokens", "");
    }

    private Reply write() {
        return world.server.call("POST", "probe/write", WRITE);
    }

    private void guard() {
        world.server.with("Authorization", null);
        world.logIn("guard", PASSWORD);
    }

    private void asMachine(String text) {
        world.server.with("Cookie", null).with("X-CSRF-Token", null).with("Authorization", "Bearer " + text);
    }

    /** Tells how the log's last entry went, which must name the token. */
    private String lastAudited(Reply token) {
        AuditEvent event = world.lastAudited();
        assertThat(event.actor().id()).isEqualTo(token.text("id"));
        assertThat(event.actor().via()).isEqualTo("token");
        return event.outcome();
    }
}
