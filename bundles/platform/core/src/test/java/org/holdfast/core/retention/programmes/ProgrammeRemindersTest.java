package org.holdfast.core.retention.programmes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.holdfast.core.notification.Notice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A programme waits for nobody unheard: whoever approves is told, and HR once its last day has come. */
class ProgrammeRemindersTest {
    private final ProgrammeRoom room = new ProgrammeRoom();
    private final ProgrammeReminders reminders = new ProgrammeReminders(room.table, room.programmes);

    @BeforeEach
    void hire() {
        room.hire(room.unit, 12, LocalDate.of(2020, 1, 1));
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void groupHrIsRemindedFromTheSubmissionToTheDecision() {
        String id = room.draft(ProgrammeRoom.in(room.unit));
        assertThat(reminders.standing()).isEmpty();

        room.step(room.hr(), id, "submit");

        assertThat(reminders.standing()).singleElement().satisfies(notice -> {
            assertThat(notice.kind()).isEqualTo(ProgrammeReminders.APPROVAL);
            assertThat(notice.employeeId()).isNull();
        });
        room.step(room.groupHr(), id, "return");
        assertThat(reminders.standing()).isEmpty();
    }

    @Test
    void whoeverIsNamedForPlansIsRemindedInsteadOfGroupHr() {
        UUID named = room.staff.hire(room.firm, null);
        room.approver.is(room.firm, named);
        String id = room.draft(ProgrammeRoom.in(room.unit));

        room.step(room.hr(), id, "submit");

        assertThat(reminders.standing()).extracting(Notice::employeeId).containsExactly(named);
    }

    @Test
    void hrIsRemindedFromTheLastDayOnUntilTheProgrammeEnds() {
        String id = room.begun(ProgrammeRoom.in(room.unit));
        assertThat(reminders.standing()).isEmpty();

        // Two minutes after midnight in Shanghai, where it is still the day before elsewhere.
        room.world.clock.set("2026-01-15T16:02:00Z");

        assertThat(kinds()).containsExactly("programmeDue");
        room.world.clock.set("2026-02-01T00:00:00Z");
        assertThat(kinds()).containsExactly("programmeDue");
        room.step(room.hr(), id, "finish");
        assertThat(reminders.standing()).isEmpty();
    }

    @Test
    void aReminderNamesNobodyAndNoProgramme() {
        room.step(room.hr(), room.draft(ProgrammeRoom.in(room.unit)), "submit");

        assertThat(reminders.standing()).allSatisfy(notice -> {
            assertThat(notice.key()).doesNotContain("Track");
            assertThat(notice.personId()).isNull();
        });
    }

    private List<String> kinds() {
        return reminders.standing().stream().map(notice -> notice.kind().code()).toList();
    }
}
