package org.holdfast.core.insight.effect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.holdfast.core.insight.effect.EffectReport.Arm;
import org.holdfast.core.insight.effect.EffectReport.Trial;
import org.holdfast.core.platform.statistics.Estimate;
import org.holdfast.core.platform.statistics.Wilson;
import org.holdfast.core.retention.RetentionWorld;
import org.holdfast.core.retention.holdout.Draw.Lot;
import org.holdfast.core.retention.holdout.HoldoutRoom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who was told and who was held out are compared by the lot that was drawn, and never a few of them. */
class TrialsTest {
    private static final LocalDate DECEMBER = LocalDate.of(2026, 12, 10);
    private static final LocalDate LATER = LocalDate.of(2027, 9, 1);

    private final RetentionWorld world = new RetentionWorld();
    private final HoldoutRoom room = new HoldoutRoom(world);
    private final UUID holdout = room.begin("2027-05-31");
    private final Trials trials = new Trials(room.holdouts());
    private final List<Worker> workers = new ArrayList<>();

    @AfterEach
    void close() {
        world.close();
    }

    /** By intention to treat: whoever was told anyway counts as held out; who was dismissed or left later did not leave. */
    @Test
    void everybodyCountsInTheGroupThatWasDrawn() {
        times(6, DECEMBER, Lot.HELD, DECEMBER.plusDays(180));
        times(3, DECEMBER, Lot.HELD_THEN_TOLD, DECEMBER.plusDays(20));
        times(1, DECEMBER, Lot.HELD, DECEMBER.plusDays(181));
        times(10, DECEMBER, Lot.HELD, null);
        times(2, DECEMBER, Lot.TOLD, DECEMBER.plusDays(90));
        times(18, DECEMBER, Lot.TOLD, null);
        dismissed(Lot.TOLD);

        Trial trial = trial(LATER);

        assertThat(trial.held()).isEqualTo(arm(9, 20));
        assertThat(trial.told()).isEqualTo(arm(2, 21));
        assertThat(trial.toldAnyway()).isEqualTo(3);
        Estimate difference = Estimate.share(9, 20).minus(Estimate.share(2, 21));
        assertThat(trial.difference())
                .isEqualTo(new EffectReport.Difference(
                        Figure.round(difference.value()),
                        Figure.round(difference.low()),
                        Figure.round(difference.high())));
        assertThat(trial.difference().value()).isEqualTo(0.3548);
        assertThat(trial.share()).isEqualTo(50);
        assertThat(trial.from()).isEqualTo("2026-11-23");
    }

    @Test
    void nothingIsToldBeforeTheHorizonOfAllHasPassed() {
        times(10, DECEMBER, Lot.HELD, null);
        times(10, DECEMBER, Lot.TOLD, null);

        assertThat(trial(DECEMBER.plusDays(180)).held()).isNull();
        assertThat(trial(DECEMBER.plusDays(181)).held()).isEqualTo(arm(0, 10));
    }

    @Test
    @Tag("O19")
    void groupOfFewerThanTenIsNotToldAndNeitherIsTheOther() {
        times(9, DECEMBER, Lot.HELD, DECEMBER.plusDays(5));
        times(90, DECEMBER, Lot.TOLD, null);

        Trial trial = trial(LATER);

        assertThat(trial.held()).isNull();
        assertThat(trial.told()).isNull();
        assertThat(trial.difference()).isNull();
        assertThat(trial.toldAnyway()).isNull();
    }

    @Test
    @Tag("O19")
    void whatTwoSpansDifferByIsTenOfEachGroupOrNothing() {
        LocalDate january = LocalDate.of(2027, 1, 10);
        LocalDate february = LocalDate.of(2027, 2, 10);
        times(10, DECEMBER, Lot.HELD, null);
        times(10, DECEMBER, Lot.TOLD, null);
        times(4, january, Lot.HELD, january.plusDays(3));
        times(9, january, Lot.TOLD, null);
        times(6, february, Lot.HELD, null);
        times(1, february, Lot.TOLD, null);

        assertThat(held("2026-12", "2026-12")).isEqualTo(10);
        assertThat(held("2026-12", "2027-01")).as("January alone is too few").isEqualTo(10);
        assertThat(held("2027-01", "2027-01")).isZero();
        assertThat(held("2027-01", "2027-02")).isEqualTo(10);
        assertThat(held("2026-12", "2027-02")).isEqualTo(20);
    }

    @Test
    void spanBeforeTheHoldOutHasNoControl() {
        YearMonth before = YearMonth.of(2026, 10);

        assertThat(trials.of(facts(LATER), "Firm", before, before)).isEmpty();
    }

    private int held(String from, String to) {
        return trials.of(facts(LATER), "Firm", YearMonth.parse(from), YearMonth.parse(to)).stream()
                .map(Trial::held)
                .mapToInt(arm -> arm == null ? 0 : arm.people())
                .sum();
    }

    private Trial trial(LocalDate today) {
        return trials.of(facts(today), "Firm", YearMonth.of(2026, 11), YearMonth.of(2027, 5))
                .get(0);
    }

    private Facts facts(LocalDate today) {
        return new Facts(world.firm, today, 180, List.of(), workers);
    }

    private static Arm arm(int exits, int people) {
        Wilson interval = Wilson.of(exits, people);
        return new Arm(
                people,
                exits,
                Figure.round((double) exits / people),
                Figure.round(interval.low()),
                Figure.round(interval.high()));
    }

    private void times(int times, LocalDate on, Lot lot, @Nullable LocalDate resigned) {
        for (int i = 0; i < times; i++) {
            add(on, lot, resigned, true);
        }
    }

    private void dismissed(Lot lot) {
        add(DECEMBER, lot, DECEMBER.plusDays(30), false);
    }

    private void add(LocalDate on, Lot lot, @Nullable LocalDate left, boolean voluntary) {
        UUID person = UUID.randomUUID();
        world.vault.prepare(world.firm, List.of(person));
        workers.add(new Worker(person, LocalDate.of(2020, 1, 1), left, voluntary, false, "rd"));
        room.drawn(holdout, person, on, lot);
    }
}
