package org.holdfast.core.retention.plans;

import static org.assertj.core.api.Assertions.assertThat;

import org.holdfast.core.fixture.LocalDatabase;
import org.holdfast.core.platform.rest.MemoryServer;
import org.holdfast.core.platform.rest.MemoryServer.Reply;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.retention.RetentionWorld;
import org.holdfast.launcher.fixture.PostgresServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The story of a plan on PostgreSQL: begun, added to, put forward, given back, approved, carried out, and erased. */
class PostgresPlansTest {
    private static PostgresServer server;
    private static PlanRoom room;

    @BeforeAll
    static void start() {
        server = PostgresServer.start();
        room = new PlanRoom(new RetentionWorld(LocalDatabase.at(server.freshDatabase(), PostgresServer.USER)));
    }

    @AfterAll
    static void stop() {
        room.close();
        server.close();
    }

    @Test
    void aPlanIsWrittenApprovedCarriedOutAndErased() {
        String id = room.flagged();
        String path = "plans/" + room.plan(id, PlanRoom.TALK);
        assertThat(room.hr().call("POST", "plans", PlanRoom.fresh(id)).text("type"))
                .isEqualTo("/problems/plan-exists");
        Reply added = room.hr()
                .call("POST", path + "/actions", "{\"kind\":\"pay\",\"title\":\"Raise\",\"percent\":8,\"version\":0}");
        assertThat(added.text("actions.1.title")).as(added.body()).isEqualTo("Raise");
        step(room.hr(), path, "submission", "\"note\":null");
        step(room.groupHr(), path, "decision", "\"outcome\":\"returned\",\"note\":\"less\"");
        step(room.hr(), path, "submission", "\"note\":null");
        Reply approved = step(room.superior(room.head), path, "decision", "\"outcome\":\"approved\"");
        assertThat(approved.text("state")).as(approved.body()).isEqualTo("approved");

        String raise = path + "/actions/" + approved.text("actions.1.id");
        String done = "{\"kind\":\"pay\",\"title\":\"Raise\",\"percent\":8,\"state\":\"done\",\"version\":%s}";
        assertThat(room.hr().call("PUT", raise, done.formatted(0)).text("actions.1.state"))
                .isEqualTo("done");
        assertThat(room.hr().call("PUT", raise, done.formatted(0)).text("type")).isEqualTo("/problems/plan-changed");
        room.rules.set(room.firm, new ApprovalRule(ApprovalRule.Approval.NAMED, room.chief));
        room.sweep.run();

        room.world.database.run(
                connection -> new PlanTraces().erase(connection, Subject.person(room.firm, room.person)));
        assertThat(room.table.all()).isEmpty();
    }

    private static Reply step(MemoryServer by, String path, String step, String more) {
        Reply seen = by.call("GET", path, "");
        return by.call("POST", path + "/" + step, "{\"version\":" + seen.text("version") + "," + more + "}");
    }
}
