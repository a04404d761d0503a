package org.holdfast.core.retention.programmes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.holdfast.core.platform.rest.MemoryServer.Reply;
import org.holdfast.core.platform.statistics.Estimate;
import org.holdfast.core.protection.Subject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What became of a cohort is compared with before and with others, and told only as far as it means something. */
class CohortEffectTest {
    private static final LocalDate EARLIER = LocalDate.of(2025, 11, 1);
    private static final LocalDate BETWEEN = LocalDate.of(2025, 12, 1);
    private static final LocalDate LATER = LocalDate.of(2026, 3, 1);

    private final ProgrammeRoom room = new ProgrammeRoom();

    @AfterEach
    void close() {
        room.close();
    }

    /** Attrition of the cohort falls from 20 % to 10 %; that of the others, head and boss among them, stays at 20 %. */
    @Test
    void changeBeyondThatOfOthersIsToldInPointsWithItsInterval() {
        planted(room.part, 100, 20, 10);
        planted(room.other, 98, 20, 20);
        String id = room.begun(ProgrammeRoom.in(room.part));
        room.world.clock.set("2026-08-01T02:00:00Z");

        Reply effect = effect(id, "");

        assertThat(effect.text("state")).as(effect.body()).isEqualTo("measured");
        assertThat(effect.text("before.left")).isEqualTo("20");
        assertThat(effect.text("before.people")).isEqualTo("100");
        assertThat(effect.text("after.value")).isEqualTo("0.1");
        assertThat(effect.text("otherAfter.value")).isEqualTo("0.2");
        assertThat(effect.text("change.value")).isEqualTo("-10.0");
        assertThat(effect.text("difference.value")).isEqualTo("-10.0");
        assertThat(Double.parseDouble(effect.text("difference.low"))).isBetween(-26.0, -20.0);
        assertThat(Double.parseDouble(effect.text("difference.high")))
                .as("a hundred people are not enough to be sure")
                .isBetween(0.0, 6.0);
    }

    @Test
    void whereNobodyElseIsLikeThemThereAreTheWordsNoControl() {
        planted(room.part, 60, 12, 6);
        planted(room.other, 18, 4, 4);
        String id = room.begun(ProgrammeRoom.in(room.part));
        String all = room.begun("{\"tenureFrom\":0}");
        room.world.clock.set("2026-08-01T02:00:00Z");

        Reply few = effect(id, "");
        assertThat(few.text("state")).isEqualTo("noControl");
        assertThat(few.text("change.value")).isEqualTo("-10.0");
        assertThat(few.text("otherAfter.people"))
                .as("others are told of, too few for a difference")
                .isEqualTo("20");
        assertThat(few.text("difference.value")).isEmpty();
        assertThat(effect(all, "").text("state"))
                .as("for everybody there is nobody else")
                .isEqualTo("noControl");
    }

    @Test
    void fewPeopleAreNotEnoughAndFewerAreNotTold() {
        planted(room.part, 40, 8, 4);
        planted(room.other, 9, 2, 1);
        String some = room.begun(ProgrammeRoom.in(room.part));
        String few = room.begun(ProgrammeRoom.in(room.other));
        room.world.clock.set("2026-08-01T02:00:00Z");

        Reply notEnough = effect(some, "");
        assertThat(notEnough.text("state")).isEqualTo("notEnough");
        assertThat(notEnough.text("after.people")).isEqualTo("40");
        assertThat(notEnough.text("change.value")).isEmpty();
        Reply nothing = effect(few, "");
        assertThat(nothing.text("state")).isEqualTo("fewPeople");
        assertThat(nothing.text("after.people")).isEmpty();
        assertThat(nothing.text("otherAfter.people")).isEmpty();
    }

    @Test
    void whatHasNotComeYetIsSaidWithItsDay() {
        planted(room.part, 60, 12, 0);
        String id = room.begun(ProgrammeRoom.in(room.part));
        String draft = room.draft("{}");

        room.world.clock.set("2026-07-15T02:00:00Z");
        assertThat(effect(id, "").text("state")).isEqualTo("notYet");
        assertThat(effect(id, "").text("knownOn")).isEqualTo("2026-07-16");
        assertThat(effect(id, "?months=3").text("state")).isEqualTo("noControl");
        room.world.clock.set("2026-07-16T02:00:00Z");
        assertThat(effect(id, "").text("state")).isEqualTo("noControl");
        assertThat(effect(id, "?months=12").text("state")).isEqualTo("notYet");
        assertThat(effect(id, "?months=7").text("errors.0.code")).isEqualTo("unknown");
        assertThat(effect(draft, "").text("state")).isEqualTo("notStarted");
    }

    @Test
    void dismissalIsNoExitOfTheirOwnWill() {
        List<UUID> stayed = planted(room.part, 60, 12, 0);
        String id = room.begun(ProgrammeRoom.in(room.part));
        room.staff.leaves(stayed.get(0), LATER, "involuntary");
        room.world.clock.set("2026-08-01T02:00:00Z");

        assertThat(effect(id, "").text("after.left")).isEqualTo("0");
        assertThat(effect(id, "").text("after.people")).isEqualTo("60");
    }

    @Test
    void whatWasCountedStaysWhenSomebodyIsErasedLater() {
        List<UUID> members = planted(room.part, 60, 12, 6);
        String id = room.begun(ProgrammeRoom.in(room.part));
        room.world.clock.set("2026-08-01T02:00:00Z");
        new EffectSweep(room.table, room.effects, () -> true).run();

        room.world.database.run(
                connection -> new ProgrammeTraces().erase(connection, Subject.person(room.firm, members.get(0))));

        assertThat(effect(id, "").text("after.people")).isEqualTo("60");
        assertThat(effect(id, "").text("after.left")).isEqualTo("6");
    }

    /** Newcombe 1998, table II: 56 of 70 against 48 of 80, method 10: 0.0524 to 0.3339. */
    @Test
    void differenceOfTwoSharesIsThePublishedOne() {
        Estimate difference = Estimate.share(56, 70).minus(Estimate.share(48, 80));

        assertThat(difference.value()).isCloseTo(0.2, within(1e-9));
        assertThat(difference.low()).isCloseTo(0.0524, within(0.00005));
        assertThat(difference.high()).isCloseTo(0.3339, within(0.00005));
    }

    /**
     * So many people in a department half a year before it begins, of whom some leave before it begins and are replaced, and some of
     * those who are there then leave after. Returns who is there when it begins, who leaves after first.
     */
    private List<UUID> planted(UUID department, int people, int leftBefore, int leaveAfter) {
        List<UUID> first = room.hire(department, people, ProgrammeRoom.HIRED);
        first.subList(0, leftBefore).forEach(one -> room.staff.leaves(one, EARLIER, "voluntary"));
        room.hire(department, leftBefore, BETWEEN);
        List<UUID> there = first.subList(leftBefore, people);
        there.subList(0, leaveAfter).forEach(one -> room.staff.leaves(one, LATER, "voluntary"));
        return there;
    }

    private Reply effect(String id, String query) {
        return room.groupHr().call("GET", "programmes/" + id + "/cohort/effect" + query, "");
    }
}
