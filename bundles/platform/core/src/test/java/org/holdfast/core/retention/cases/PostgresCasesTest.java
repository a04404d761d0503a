package org.holdfast.core.retention.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.holdfast.core.fixture.LocalDatabase;
import org.holdfast.core.platform.rest.MemoryServer;
import org.holdfast.core.platform.rest.MemoryServer.Reply;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.retention.Alert;
import org.holdfast.core.retention.RetentionWorld;
import org.holdfast.core.retention.cases.RetentionCase.End;
import org.holdfast.core.retention.holdout.Draw.Lot;
import org.holdfast.core.retention.holdout.HoldoutRoom;
import org.holdfast.core.retention.past.PastRoom;
import org.holdfast.core.retention.use.CaseUseRoom;
import org.holdfast.launcher.fixture.PostgresServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The story of a case on PostgreSQL: from the delivery over a superior who does nothing to a talk, a correction and an erasure. */
class PostgresCasesTest {
    private static final String TOLD =
            "{\"key\":\"%s\",\"heldOn\":\"2026-11-30\",\"intent\":\"denied\",\"text\":\"x\"}";

    private static PostgresServer server;
    private static CaseRoom room;

    @BeforeAll
    static void start() {
        server = PostgresServer.start();
        room = new CaseRoom(new RetentionWorld(LocalDatabase.at(server.freshDatabase(), PostgresServer.USER)));
    }

    @AfterAll
    static void stop() {
        room.close();
        server.close();
    }

    @Test
    void aCaseGoesUpIsTalkedAboutCorrectedAndErased() {
        UUID firm = room.world.firm;
        UUID head = room.world.staff.hire(firm, null);
        UUID boss = room.world.staff.hire(firm, head);
        UUID person = room.world.staff.hire(firm, boss);
        Alert alert = room.flag(person, "2026-11-23T12:00:00Z");
        room.at("2026-11-24T01:00:00Z");
        RetentionCase opened = room.of(alert);
        assertThat(room.table.open(opened)).isFalse();
        room.at("2026-11-27T01:00:00Z");
        room.at("2026-11-30T01:00:00Z");
        assertThat(room.talker(alert)).isEqualTo(head);
        assertThat(room.table.pass(opened, opened.turn(), End.ESCALATED, () -> {}))
                .isFalse();
        MemoryServer superior = room.superior(head);
        String path = "cases/" + opened.id() + "/talks";
        String body = TOLD.formatted(UUID.randomUUID());

        superior.call("POST", path, body);
        Reply again = superior.call("POST", path, body);
        String first = again.text("talks.0.id");
        String correction = TOLD.replace("}", ",\"corrects\":\"" + first + "\"}");
        Reply corrected = superior.call("POST", path, correction.formatted(UUID.randomUUID()));
        Reply twice = superior.call("POST", path, correction.formatted(UUID.randomUUID()));

        assertThat(again.text("state")).as(again.body()).isEqualTo("talked");
        assertThat(corrected.text("talks.1.correctedBy")).isEqualTo(corrected.text("talks.0.id"));
        assertThat(twice.status()).isEqualTo(400);
        assertThat(room.table.escalatedFrom(boss)).isEqualTo(Set.of(opened.id()));
        Subject subject = Subject.person(firm, person);
        room.world.database.run(connection -> {
            assertThat(new CaseTraces().count(connection, subject)).containsEntry("cases", 3L);
            RetentionWorld.traces().erase(connection, subject);
        });
        assertThat(room.table.all()).isEmpty();
    }

    @Test
    void casesFromBeforeTheProductAreTakenOnceAndCorrected() {
        PastRoom past = new PastRoom(room);
        UUID person = room.world.staff.hire(room.world.firm, null);

        int first = past.take(person, "2026-03-02", "denied", "retained", "2026-03-20");
        int again = past.take(person, "2026-03-02", "denied", "retained", "2026-03-20");
        int other = past.take(person, "2026-03-02", "confirmed", null, null);

        assertThat(first).isEqualTo(1);
        assertThat(again).isZero();
        assertThat(other).isEqualTo(1);
        assertThat(past.outcomes.reminders()).isZero();
        assertThat(room.record(person)).hasSize(3);
        Subject subject = Subject.person(room.world.firm, person);
        room.world.database.run(connection -> RetentionWorld.traces().erase(connection, subject));
        assertThat(room.record(person)).isEmpty();
    }

    @Test
    void lotsAndUseOfCasesAreReadBackAsTheyWereKept() {
        HoldoutRoom holdout = new HoldoutRoom(room.world);
        UUID person = room.world.staff.hire(room.world.firm, null);
        UUID id = holdout.begin("2027-05-31");
        holdout.drawn(id, person, LocalDate.of(2026, 12, 1), Lot.HELD);

        assertThat(holdout.holdouts().of(room.world.firm)).singleElement().satisfies(begun -> {
            assertThat(begun.share()).isEqualTo(50);
            assertThat(begun.draws())
                    .singleElement()
                    .matches(draw -> draw.personId().equals(person) && draw.heldOut());
        });
        assertThat(CaseUseRoom.over(room.world.database).of(room.world.firm))
                .allSatisfy(use -> assertThat(use.dueOn()).isNotNull());
        room.world.heldOut = RetentionWorld.nobody();
    }
}
