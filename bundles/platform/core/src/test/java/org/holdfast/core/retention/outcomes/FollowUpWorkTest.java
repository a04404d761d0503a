package org.holdfast.core.retention.outcomes;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.PreparedStatement;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.holdfast.core.platform.rest.MemoryServer;
import org.holdfast.core.platform.rest.MemoryServer.Reply;
import org.holdfast.core.retention.past.PastRoom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever looks after somebody who stayed finds it on the page of what is to do, a week ahead and until they have looked. */
class FollowUpWorkTest {
    private final OutcomeRoom room = new OutcomeRoom().talked();

    @BeforeEach
    void stays() {
        assertThat(room.record(room.hr(), OutcomeRoom.STAYS).status()).isEqualTo(200);
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void standsAWeekAheadThenTodayThenOverdueUntilSomebodyLooked() {
        assertThat(when("2026-12-17T02:00:00Z")).isEmpty();
        assertThat(when("2026-12-18T02:00:00Z")).isEqualTo("later");
        assertThat(when("2026-12-25T02:00:00Z")).isEqualTo("today");
        assertThat(when("2026-12-28T02:00:00Z")).isEqualTo("overdue");
        assertThat(work(room.hr()).text("items.0.kind"))
                .as("it is the superior's")
                .isEmpty();

        assertThat(room.follow(room.superior(room.boss), 30, "well").status()).isEqualTo(200);

        assertThat(when("2026-12-28T02:01:00Z")).isEmpty();
    }

    @Test
    void isForHrWhereTheSuperiorIsNoneAnyMore() {
        room.world.staff.lead(room.person, room.head);
        room.room.at("2026-12-25T02:00:00Z");

        assertThat(work(room.hr()).text("items.0.place"))
                .isEqualTo("/cases/" + room.now().id());
        assertThat(work(room.superior(room.boss)).text("items.0.kind")).isEmpty();
        assertThat(work(room.superior(room.head)).text("items.0.kind")).isEmpty();
    }

    @Test
    void neitherThePersonNorTheirReportsAndNobodyOnceThePersonHasLeft() {
        room.room.at("2026-12-25T02:00:00Z");
        for (MemoryServer one : List.of(room.superior(room.person), room.superior(room.report))) {
            assertThat(work(one).text("items.0.kind")).isEmpty();
        }

        room.world.staff.leaves(room.person, LocalDate.of(2026, 12, 24), "voluntary");

        assertThat(when("2026-12-25T02:01:00Z")).isEmpty();
    }

    @Test
    void whatWasDueBeforeAnImportIsNobodysWorkAndWhatIsDueAfterItIsThatOfHr() {
        room.room.at("2026-11-27T02:00:00Z");
        UUID lately = room.world.staff.hire(room.world.firm, room.boss);
        new PastRoom(room.room).take(lately, "2026-10-01", "confirmed", "retained", "2026-10-15");

        assertThat(work(room.hr()).text("items.0.kind"))
                .as("thirty days were over on 14 November")
                .isEmpty();
        room.room.at("2027-01-13T02:00:00Z");
        assertThat(work(room.hr()).text("items.0.when")).isEqualTo("today");
    }

    /** What is held in memory gives way to what another server recorded, and to an erasure. */
    @Test
    void heldOutcomesGiveWayToWhatWasRecordedSinceAndAreForgotten() {
        assertThat(when("2026-12-25T02:00:00Z")).isEqualTo("today");

        assertThat(room.record(room.hr(), OutcomeRoom.STAYS.replace("2026-11-25", "2026-12-25"))
                        .status())
                .isEqualTo(200);
        assertThat(when("2026-12-25T02:01:00Z")).isEmpty();
        assertThat(when("2027-01-25T02:00:00Z")).isEqualTo("today");

        room.world.database.run(connection -> {
            try (PreparedStatement gone = connection.prepareStatement("delete from case_outcome")) {
                gone.executeUpdate();
            }
        });
        assertThat(when("2027-01-25T02:01:00Z")).isEmpty();
    }

    private String when(String moment) {
        room.room.at(moment);
        return work(room.superior(room.boss)).text("items.0.when");
    }

    private static Reply work(MemoryServer who) {
        Reply reply = who.call("GET", "work", "");
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return reply;
    }
}
