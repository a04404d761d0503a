package org.holdfast.core.retention.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.holdfast.core.people.Employee.Status;
import org.holdfast.core.retention.Alert;
import org.holdfast.core.retention.AlertState;
import org.holdfast.core.retention.cases.RetentionCase.End;
import org.holdfast.core.retention.cases.RetentionCase.PastTurn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An alert that nobody acts on reminds, then goes up, on the working days of who has to talk. */
class CaseClockTest {
    private static final String MONDAY_EVENING = "2026-11-23T12:00:00Z";
    private static final String TUESDAY = "2026-11-24T01:00:00Z";
    private static final String FRIDAY = "2026-11-27T01:00:00Z";
    private static final String NEXT_MONDAY = "2026-11-30T01:00:00Z";

    private final CaseRoom room = new CaseRoom();
    private final UUID chief = room.world.staff.hire(room.world.firm, null);
    private final UUID head = room.world.staff.hire(room.world.firm, chief);
    private final UUID boss = room.world.staff.hire(room.world.firm, head);
    private final UUID person = room.world.staff.hire(room.world.firm, boss);

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void theClockStartsWithTheDeliveryAndNotBefore() {
        Alert alert = room.flag(person, MONDAY_EVENING);
        room.at("2026-11-24T00:59:00Z");
        assertThat(room.find(alert)).isEmpty();

        room.at(TUESDAY);

        RetentionCase one = room.of(alert);
        assertThat(one.state()).isEqualTo(CaseState.WAITING);
        assertThat(one.turn().talkerId()).isEqualTo(boss);
        assertThat(one.turn().startedAt()).isEqualTo(TUESDAY);
        assertThat(one.turn().dueOn()).isEqualTo("2026-11-27");
        assertThat(one.turn().dueAt()).isEqualTo("2026-11-27T16:00:00Z");
    }

    @Test
    void thePaperOfTheSuperiorNamesTheSameDay() {
        Alert alert = room.flag(person, "2026-11-26T12:00:00Z");

        room.at(FRIDAY);

        assertThat(room.of(alert).turn().dueOn()).isEqualTo("2026-12-02");
        assertThat(room.world.talkBy(alert.id(), boss)).isEqualTo("2026-12-02");
    }

    @Test
    void whereThereIsNoSuperiorHrHasToTalkFromTheOpeningOn() {
        Alert alert = room.flag(chief, MONDAY_EVENING);

        room.at("2026-11-23T12:01:00Z");

        assertThat(room.of(alert).turn().startedAt()).isEqualTo(MONDAY_EVENING);
        assertThat(room.talker(alert)).isNull();
        assertThat(room.of(alert).turn().dueOn()).isEqualTo("2026-11-26");
    }

    /** Spring festival 2026: off from 15 to 23 February, and Saturday 14 and Saturday 28 are made up for it. */
    @Test
    void springFestivalStopsTheClockAndMadeUpSaturdaysCount() {
        Alert alert = room.flag(person, "2026-02-12T04:00:00Z");
        room.at("2026-02-13T01:00:00Z");

        assertThat(room.of(alert).turn().dueOn()).isEqualTo("2026-02-25");
        assertThat(room.world.talkBy(alert.id(), boss)).isEqualTo("2026-02-25");
        room.at("2026-02-25T00:59:59Z");
        assertThat(room.of(alert).turn().remindedAt()).isNull();
        room.at("2026-02-25T01:00:00Z");
        assertThat(room.of(alert).turn().remindedAt()).isNotNull();
        room.at("2026-02-26T00:59:59Z");
        assertThat(room.talker(alert)).isEqualTo(boss);
        room.at("2026-02-26T01:00:00Z");
        assertThat(room.talker(alert)).isEqualTo(head);
        // Thursday 26, then Friday, the made-up Saturday, and Monday.
        assertThat(room.of(alert).turn().dueOn()).isEqualTo("2026-03-02");
    }

    @Test
    void madeUpSaturdayIsAMorningOfDelivery() {
        Alert alert = room.flag(person, "2026-02-13T04:00:00Z");

        room.at("2026-02-14T01:00:00Z");

        assertThat(room.of(alert).turn().startedAt()).isEqualTo("2026-02-14T01:00:00Z");
        assertThat(room.of(alert).turn().dueOn()).isEqualTo("2026-02-26");
    }

    @Test
    void theClockIsThatOfWhoHasToTalkAndChangesItsZoneWithThem() {
        UUID abroad = room.world.staff.subsidiary("US", "America/New_York");
        UUID far = room.world.staff.hire(abroad, null);
        room.world.staff.lead(boss, far);
        Alert alert = room.flag(person, MONDAY_EVENING);
        room.at(TUESDAY);
        assertThat(room.of(alert).turn().dueAt()).isEqualTo("2026-11-27T16:00:00Z");
        room.at(FRIDAY);

        room.at(NEXT_MONDAY);

        // Nine on Monday in Shanghai is eight on Sunday evening in New York.
        assertThat(room.talker(alert)).isEqualTo(far);
        assertThat(room.of(alert).turn().dueOn()).isEqualTo("2026-12-02");
        assertThat(room.of(alert).turn().dueAt()).isEqualTo("2026-12-03T05:00:00Z");
        room.at("2026-12-02T13:59:59Z");
        assertThat(room.of(alert).turn().remindedAt()).isNull();
        room.at("2026-12-02T14:00:00Z");
        assertThat(room.of(alert).turn().remindedAt()).isNotNull();
    }

    @Test
    void itGoesUpTwiceEachTimeWithThreeDaysThenStaysWithHrAsOverdue() {
        Alert alert = room.flag(person, MONDAY_EVENING);
        room.at(TUESDAY);
        room.at(FRIDAY);
        assertThat(room.reminded(boss)).containsExactly("talkDue");
        assertThat(room.reminded(null)).isEmpty();

        room.at(NEXT_MONDAY);
        assertThat(room.talker(alert)).isEqualTo(head);
        assertThat(room.of(alert).turn().dueOn()).isEqualTo("2026-12-03");
        assertThat(room.world.sees(alert.id(), head)).isTrue();
        assertThat(room.world.sees(alert.id(), boss)).isFalse();
        assertThat(room.world.talkBy(alert.id(), head)).isEqualTo("2026-12-03");
        assertThat(room.reminded(head)).containsExactly("caseEscalated");
        assertThat(room.reminded(boss)).isEmpty();
        assertThat(room.reminded(null)).containsExactly("caseEscalated");

        room.at("2026-12-03T01:00:00Z");
        room.at("2026-12-04T01:00:00Z");
        assertThat(room.talker(alert)).isEqualTo(chief);
        room.at("2026-12-09T01:00:00Z");
        room.at("2026-12-10T01:00:00Z");

        RetentionCase last = room.of(alert);
        assertThat(last.turn().talkerId()).isNull();
        assertThat(last.turn().dueOn()).isEqualTo("2026-12-09");
        assertThat(last.overdue(room.world.clock.instant())).isTrue();
        assertThat(room.reminded(null)).containsExactly("caseEscalated", "talkOverdue");
        room.at("2026-12-31T01:00:00Z");
        assertThat(room.of(alert).turn()).isEqualTo(last.turn());
        assertThat(room.table.turns(last.id())).extracting(PastTurn::talkerId).containsExactly(boss, head, chief);
    }

    @Test
    void whereNobodyIsAboveHrGetsItWithANewClock() {
        Alert alert = room.flag(head, MONDAY_EVENING);
        room.at(TUESDAY);
        room.at(FRIDAY);

        room.at(NEXT_MONDAY);

        assertThat(room.talker(alert)).isNull();
        assertThat(room.of(alert).turn().dueOn()).isEqualTo("2026-12-03");
        assertThat(room.reminded(null)).containsExactly("caseEscalated");
        room.at("2026-12-03T01:00:00Z");
        assertThat(room.reminded(null)).containsExactly("caseEscalated", "talkDue");
        room.at("2026-12-04T01:00:00Z");
        assertThat(room.reminded(null)).containsExactly("caseEscalated", "talkOverdue");
    }

    @Test
    void itNeverGoesUpToSomebodyAboutWhomAnAlertIsOpen() {
        Alert alert = room.flag(person, MONDAY_EVENING);
        room.at(TUESDAY);
        room.flag(head, "2026-11-25T02:00:00Z");
        room.at(FRIDAY);

        room.at(NEXT_MONDAY);

        assertThat(room.talker(alert)).isEqualTo(chief);
    }

    @Test
    void itNeverGoesUpToThePersonOrTheirReportsWhateverTheDataSays() {
        UUID report = room.world.staff.hire(room.world.firm, person);
        room.world.staff.lead(head, report);
        Alert alert = room.flag(person, MONDAY_EVENING);
        room.at(TUESDAY);
        room.at(FRIDAY);

        room.at(NEXT_MONDAY);

        assertThat(room.talker(alert)).isNull();
    }

    @Test
    void superiorWhoGetsAnAlertOfTheirOwnLosesTheCaseToWhoIsResponsibleNow() {
        Alert alert = room.flag(person, MONDAY_EVENING);
        room.at(TUESDAY);
        room.flag(boss, "2026-11-25T02:00:00Z");

        room.at("2026-11-25T02:01:00Z");
        assertThat(room.talker(alert)).isNull();
        assertThat(room.world.sees(alert.id(), boss)).isFalse();
        assertThat(room.world.sees(alert.id(), head)).isFalse();
        room.at("2026-11-26T01:00:00Z");

        assertThat(room.talker(alert)).isEqualTo(head);
        assertThat(room.of(alert).turn().dueOn()).isEqualTo("2026-12-01");
        assertThat(room.of(alert).turn().escalations()).isZero();
        assertThat(room.world.sees(alert.id(), head)).isTrue();
        assertThat(room.table.turns(room.of(alert).id()))
                .extracting(PastTurn::end)
                .containsExactly(End.MOVED, End.DELIVERED);
    }

    @Test
    void caseOfSomebodyWhoMovedFollowsToTheNewSuperior() {
        UUID other = room.world.staff.hire(room.world.firm, chief);
        Alert alert = room.flag(person, MONDAY_EVENING);
        room.at(TUESDAY);
        room.world.staff.lead(person, other);

        room.at("2026-11-24T03:00:00Z");
        room.at("2026-11-25T01:00:00Z");

        assertThat(room.talker(alert)).isEqualTo(other);
        assertThat(room.of(alert).turn().startedAt()).isEqualTo("2026-11-25T01:00:00Z");
    }

    @Test
    void superiorWhoLeftOrIsAwayHandsItOn() {
        Alert alert = room.flag(person, MONDAY_EVENING);
        room.at(TUESDAY);
        room.world.staff.status(boss, Status.ON_LEAVE);

        room.at("2026-11-24T03:00:00Z");
        room.at("2026-11-25T01:00:00Z");

        assertThat(room.talker(alert)).isEqualTo(head);
    }

    @Test
    void whoeverLeftHasNoCaseAnyMoreAndNoOpenAlert() {
        Alert alert = room.flag(person, MONDAY_EVENING);
        room.at(TUESDAY);
        room.world.staff.leaves(person, LocalDate.of(2026, 11, 24), "voluntary");

        room.at("2026-11-24T03:00:00Z");

        assertThat(room.of(alert).state()).isEqualTo(CaseState.CLOSED);
        assertThat(room.world.alerts.lookUp(alert.id()).orElseThrow().state()).isEqualTo(AlertState.CLOSED);
        assertThat(room.reminders.standing()).isEmpty();
    }

    @Test
    void closingTheAlertClosesTheCaseForGood() {
        Alert alert = room.flag(person, MONDAY_EVENING);
        room.at(TUESDAY);
        room.world.close(alert);

        room.at(NEXT_MONDAY);

        assertThat(room.of(alert).state()).isEqualTo(CaseState.CLOSED);
        assertThat(room.of(alert).times().closedAt()).isEqualTo(NEXT_MONDAY);
        assertThat(room.of(alert).turn().talkerId()).isEqualTo(boss);
    }

    @Test
    void alertThatWasClosedBeforeItCameToAnybodyGetsNoCase() {
        Alert alert = room.flag(person, MONDAY_EVENING);
        room.world.close(alert);

        room.at(TUESDAY);

        assertThat(room.find(alert)).isEmpty();
    }

    /** Alerts of before an upgrade, or a server that stood still: first a reminder, and then a morning to act. */
    @Test
    void whatWasMissedIsRemindedOfFirstAndGoesUpInTheMorningAfter() {
        Alert alert = room.flag(person, MONDAY_EVENING);
        room.world.clock.set(TUESDAY);
        room.world.deliver();

        room.at("2026-12-15T03:00:00Z");
        room.at("2026-12-15T03:01:00Z");
        assertThat(room.talker(alert)).isEqualTo(boss);
        assertThat(room.of(alert).turn().remindedAt()).isEqualTo("2026-12-15T03:01:00Z");
        room.at("2026-12-16T00:59:00Z");
        assertThat(room.talker(alert)).isEqualTo(boss);
        room.at("2026-12-16T01:00:00Z");

        assertThat(room.talker(alert)).isEqualTo(head);
    }

    @Test
    void twoServersAndASweepThatIsRepeatedDoNothingTwice() {
        Alert alert = room.flag(person, MONDAY_EVENING);
        room.world.clock.set(TUESDAY);
        room.world.deliver();
        CaseClock other = room.server();
        assertThat(room.clock.tick()).isEqualTo(1);
        assertThat(other.tick()).isZero();
        RetentionCase read = room.of(alert);
        room.at(FRIDAY);
        Instant reminded = room.of(alert).turn().remindedAt();
        assertThat(room.table.remind(read, Instant.parse(NEXT_MONDAY))).isFalse();
        assertThat(room.of(alert).turn().remindedAt()).isEqualTo(reminded);

        room.world.clock.set(NEXT_MONDAY);
        RetentionCase before = room.of(alert);
        assertThat(other.tick()).isEqualTo(1);
        // The other server read the case before it went up, and comes too late.
        assertThat(room.table.pass(before, before.turn(), End.ESCALATED, () -> {}))
                .isFalse();
        assertThat(room.clock.tick()).isZero();

        assertThat(room.talker(alert)).isEqualTo(head);
        assertThat(room.table.turns(before.id())).hasSize(1);
    }

    @Test
    void stepThatIsCutOffInTheMiddleHasNotHappenedAndIsTakenAgain() {
        Alert alert = room.flag(person, MONDAY_EVENING);
        room.at(TUESDAY);
        RetentionCase before = room.of(alert);
        assertThatThrownBy(() -> room.table.pass(before, before.turn(), End.ESCALATED, () -> {
                    throw new IllegalStateException("killed");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(room.of(alert)).isEqualTo(before);
        assertThat(room.table.turns(before.id())).isEmpty();

        room.at(FRIDAY);
        room.at(NEXT_MONDAY);

        assertThat(room.talker(alert)).isEqualTo(head);
    }
}
