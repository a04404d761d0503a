package org.holdfast.core.retention.programmes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who meets criteria, on a day. */
class CohortsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 15);

    private final ProgrammeRoom room = new ProgrammeRoom();
    private final Cohorts cohorts =
            new Cohorts(room.staff.people, new Workforce(room.staff.people), (firm, people) -> room.promoted);

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void departmentTakesInThoseUnderIt() {
        UUID under = room.hire(room.part, 1, ProgrammeRoom.HIRED).get(0);

        assertThat(found(in(List.of(room.unit), null, null, null, null))).containsExactlyInAnyOrder(room.boss, under);
        assertThat(found(in(List.of(room.part), null, null, null, null))).containsExactly(under);
    }

    @Test
    void tenureIsCountedInWholeMonthsBothEndsIncluded() {
        UUID twelve = hired(LocalDate.of(2025, 1, 15));
        UUID eleven = hired(LocalDate.of(2025, 1, 16));
        hired(LocalDate.of(2024, 12, 15));

        assertThat(found(in(List.of(room.part), 0, 11, null, null))).containsExactly(eleven);
        assertThat(found(in(List.of(room.part), 12, 12, null, null))).containsExactly(twelve);
    }

    @Test
    void keyPostsAloneOrAllOthers() {
        UUID key = hired(ProgrammeRoom.HIRED);
        UUID not = hired(ProgrammeRoom.HIRED);
        room.staff.pay(key, 100_000, true);

        assertThat(found(in(List.of(room.part), null, null, true, null))).containsExactly(key);
        assertThat(found(in(List.of(room.part), null, null, false, null))).containsExactly(not);
    }

    @Test
    void lastPromotionCountsElseTheHireAndOfWhoseCareerNothingMayBeUsedNobody() {
        UUID recent = hired(ProgrammeRoom.HIRED);
        UUID old = hired(ProgrammeRoom.HIRED);
        UUID never = hired(ProgrammeRoom.HIRED);
        UUID fresh = hired(LocalDate.of(2025, 1, 1));
        hired(ProgrammeRoom.HIRED);
        room.promoted.put(recent, List.of(LocalDate.of(2023, 1, 1), LocalDate.of(2025, 5, 1)));
        room.promoted.put(old, List.of(LocalDate.of(2023, 1, 1), LocalDate.of(2026, 5, 1)));
        room.promoted.put(never, List.of());
        room.promoted.put(fresh, List.of());

        assertThat(found(in(List.of(room.part), null, null, null, 24))).containsExactlyInAnyOrder(old, never);
    }

    @Test
    void whoLeftOrComesLaterDoesNotMeetThemOnTheDay() {
        UUID gone = hired(ProgrammeRoom.HIRED);
        room.staff.leaves(gone, DAY, "voluntary");
        hired(DAY.plusDays(1));
        UUID there = hired(DAY);

        assertThat(found(in(List.of(room.part), null, null, null, null))).containsExactly(there);
        assertThat(cohorts.of(room.firm, in(List.of(room.part), null, null, null, null), DAY.minusDays(1)))
                .extracting(Employed::id)
                .containsExactly(gone);
    }

    private UUID hired(LocalDate on) {
        return room.staff.hire(room.firm, room.part, room.boss, on);
    }

    private static Cohort in(List<UUID> units, Integer from, Integer to, Boolean keyPost, Integer months) {
        return new Cohort(units, List.of(), List.of(), from, to, keyPost, months);
    }

    private List<UUID> found(Cohort cohort) {
        return cohorts.of(room.firm, cohort, DAY).stream().map(Employed::id).toList();
    }
}
