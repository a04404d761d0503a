package org.holdfast.core.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.core.access.AccessWorld.PASSWORD;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.holdfast.core.platform.rest.MemoryServer.Reply;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UsersTest {
    private static final String WRITE = "{\"text\":\"a\"}";

    @TempDir
    Path data;

    private AccessWorld world;
    private Account guard;

    @BeforeEach
    void begin() {
        world = new AccessWorld(data);
        guard = world.add("guard", Role.SECURITY_ADMIN, Set.of(), Optional.empty());
        world.logIn("guard", PASSWORD);
    }

    @Test
    void userIsMadeChangedAndCannotBeChangedFromAnOldReading() {
        Reply made = world.server.call(
                "POST",
                "users",
                "{\"username\":\"Mei.Lin\",\"displayName\":\"Mei\",\"password\":\"a fine long"
                        + " one\",\"roles\":[\"groupHr\"]}");
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.text("username")).isEqualTo("mei.lin");
        String change = "{\"displayName\":\"Mei Lin\",\"roles\":[\"dpo\"],\"language\":\"zh\"}";
        String path = "users/" + made.text("id");

        Reply changed = world.server.with("If-Match", made.header("ETag")).call("PUT", path, change);
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.body()).contains("privacy:manage").doesNotContain("risk:read");

        assertThat(world.server.call("PUT", path, change).status()).isEqualTo(412);
    }

    @Test
    void userWhomSomebodyElseChangesMeanwhileIsNotOverwritten() {
        Account hr = world.add("hr", Role.GROUP_HR, Set.of(), Optional.empty());
        String path = "users/" + hr.id();
        Reply read = world.server.call("GET", path, "");
        Accounts.Profile other =
                new Accounts.Profile("Set by another", Set.of(Role.DPO), Set.of(), Optional.empty(), "en");
        world.seal.meanwhile = () -> world.accounts.change(hr, other, true, "another");

        Reply refused = world.server
                .with("If-Match", read.header("ETag"))
                .call("PUT", path, "{\"displayName\":\"Set by me\",\"roles\":[\"groupHr\"]}");

        assertThat(refused.status()).isEqualTo(412);
        assertThat(world.server.call("GET", path, "").body()).contains("Set by another");
    }

    @Test
    void wrongFieldsAreAllToldAtOnce() {
        Reply reply = world.server.call(
                "POST",
                "users",
                "{\"username\":\"x\",\"roles\":[\"boss\",\"local\",\"subsidiaryHr\"],\"language\":\"??\"}");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body())
                .contains("\"username\"", "roles[0]", "roles[1]", "\"subsidiaryIds\"", "\"language\"")
                .doesNotContain("boss");
    }

    @Test
    void takenNameAnswers409() {
        Reply reply = world.server.call(
                "POST", "users", "{\"username\":\"GUARD\",\"password\":\"a fine long one\",\"roles\":[\"dpo\"]}");

        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.text("type")).isEqualTo("/problems/username-taken");
    }

    @Test
    void lastSecurityAdministratorStays() {
        String path = "users/" + guard.id();
        assertThat(world.server
                        .call("PUT", path, "{\"roles\":[\"securityAdmin\"],\"active\":false}")
                        .text("type"))
                .isEqualTo("/problems/last-security-administrator");
        assertThat(world.server
                        .call("PUT", path, "{\"roles\":[\"groupHr\",\"securityAdmin\"]}")
                        .text("type"))
                .isEqualTo("/problems/own-roles");
    }

    @Test
    void oneTimePasswordEndsTheSessionsAndIsNotStoredForARepeatedKey() throws Exception {
        Account hr = world.add("hr", Role.GROUP_HR, Set.of(), Optional.empty());
        world.server.with("Idempotency-Key", "k1");
        Reply reset = world.server.call("POST", "users/" + hr.id() + "/password", "");
        Reply again = world.server.call("POST", "users/" + hr.id() + "/password", "");
        world.server.with("Idempotency-Key", null);

        assertThat(reset.text("oneTimePassword")).hasSize(20);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).isEmpty();
        world.logIn("hr", reset.text("oneTimePassword"));
        assertThat(world.server.call("GET", "session", "").text("user.mustChangePassword"))
                .isEqualTo("true");
    }

    @Test
    void namesAreSealedInTheDatabase() throws Exception {
        try (var connection = world.database.getConnection();
                var rows = connection.createStatement().executeQuery("select display_name from access_user")) {
            assertThat(rows.next()).isTrue();
            assertThat(new String(rows.getBytes(1), java.nio.charset.StandardCharsets.UTF_8))
                    .doesNotContain("Name of");
        }
        world.seal.open = false;
        assertThat(world.server.call("GET", "session", "").text("user.displayName"))
                .isEqualTo("guard");
    }

    @Test
    void localTokenWorksFromThisMachineOnly() {
        asMachine(AccessWorld.LOCAL_TOKEN);

        assertThat(world.server.call("GET", "users", "").status()).isEqualTo(401);
        assertThat(world.server.from("127.0.0.1").call("GET", "users", "").status())
                .isEqualTo(200);
        assertThat(world.server
                        .from("127.0.0.1")
                        .call("POST", "probe/write", WRITE)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void sameKeyGivesTheSameAnswerAndRunsOnce() {
        asMachine(AccessWorld.LOCAL_TOKEN);
        world.server.from("127.0.0.1").with("Idempotency-Key", "key-1");

        Reply first = world.server.call("POST", "probe/write", WRITE);
        Reply again = world.server.call("POST", "probe/write", WRITE);
        Reply another = world.server.call("POST", "probe/write", "{\"text\":\"b\"}");

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(another.status()).isEqualTo(422);
        assertThat(world.probe.writes).hasValue(1);
        world.clock.pass(Duration.ofHours(25));
        assertThat(world.server.call("POST", "probe/write", WRITE).text("number"))
                .isEqualTo("2");
    }

    @Test
    void failedCallMayBeRepeatedUnderItsKey() {
        asMachine(AccessWorld.LOCAL_TOKEN);
        world.server.from("127.0.0.1").with("Idempotency-Key", "key-1");

        assertThat(world.server
                        .call("POST", "probe/write", "{\"text\":\"wrong\"}")
                        .status())
                .isEqualTo(400);
        assertThat(world.server.call("POST", "probe/write", WRITE).status()).isEqualTo(200);
    }

    @Test
    void listIsPagedByCursor() {
        for (int i = 0; i < 3; i++) {
            world.add("user" + i, Role.DPO, Set.of(), Optional.empty());
        }
        Reply first = world.server.call("GET", "users?limit=3", "");
        Reply last = world.server.call("GET", "users?limit=3&cursor=" + first.text("next"), "");

        assertThat(first.text("total")).isEqualTo("4");
        assertThat(last.body()).contains("user2").contains("\"next\":null");
        assertThat(world.server.call("GET", "users?limit=0", "").status()).isEqualTo(400);
        assertThat(world.server
                        .call("GET", "tokens?cursor=" + first.text("next"), "")
                        .text("type"))
                .isEqualTo("/problems/invalid-cursor");
    }

    @Test
    void bandOfAPersonIsSeenByTheRightPeopleOnly() {
        UUID here = new UUID(1, 1);
        UUID elsewhere = new UUID(1, 2);
        UUID boss = new UUID(2, 1);
        UUID manager = new UUID(2, 2);
        UUID peer = new UUID(2, 3);
        UUID report = new UUID(2, 4);
        UUID below = new UUID(2, 5);
        world.managers.putAll(java.util.Map.of(manager, boss, peer, boss, report, manager, below, report));
        world.add("manager", Role.LINE_MANAGER, Set.of(), Optional.of(manager));
        world.add("hr", Role.SUBSIDIARY_HR, Set.of(here), Optional.of(peer));

        world.logIn("manager", PASSWORD);
        assertThat(bands(here, report, below)).containsExactly("false", "false");
        assertThat(bands(here, manager, boss, peer)).containsExactly("404", "404", "404");

        world.logIn("hr", PASSWORD);
        assertThat(bands(here, report, manager)).containsExactly("true", "true");
        assertThat(bands(here, peer, boss)).containsExactly("404", "404");
        assertThat(bands(elsewhere, report)).containsExactly("404");

        world.logIn("guard", PASSWORD);
        assertThat(bands(here, report)).containsExactly("403");
    }

    private java.util.List<String> bands(UUID subsidiary, UUID... people) {
        return java.util.Arrays.stream(people)
                .map(person -> world.server.call("GET", "probe/bands/" + subsidiary + "/" + person, ""))
                .map(reply -> reply.status() == 200 ? reply.text("score") : Integer.toString(reply.status()))
                .toList();
    }

    private void asMachine(String token) {
        world.server.with("Cookie", null).with("X-CSRF-Token", null).with("Authorization", "Bearer " + token);
    }
}
