package org.holdfast.core.risk.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.holdfast.core.risk.GeneratedFirm;
import org.holdfast.core.risk.runs.RunTable.Kind;
import org.holdfast.core.risk.scoring.Band;
import org.holdfast.core.risk.scoring.Drift;
import org.holdfast.core.risk.scoring.RiskScore;
import org.holdfast.core.risk.scoring.RiskScore.Why;
import org.holdfast.core.signals.Fact;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A model says nothing about what it has never seen the like of, and tells when people change. */
@Tag("O28")
class OutOfRangeTest {
    private final RiskRoom room = RiskRoom.trainable(RiskRoom.CLOCK);

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void personWithAValueFarOutOfTheTrainingHasNoScoreAndAllOthersKeepTheirs() {
        room.run(Kind.TRAIN);
        UUID person = known().get(0);
        assertThat(known()).hasSizeGreaterThan(20);
        List<UUID> before = known();

        multiply(person, 1e6);
        room.run(Kind.SCORE);

        RiskScore score = room.current.of(person).orElseThrow().score();
        assertThat(score.band()).isEqualTo(Band.UNKNOWN);
        assertThat(score.why()).isEqualTo(Why.OUT_OF_RANGE);
        assertThat(score.score()).isNaN();
        assertThat(score.reasons()).isEmpty();
        assertThat(known()).hasSizeGreaterThanOrEqualTo(before.size() * 9 / 10);
    }

    @Test
    void runTellsWhichFeaturesHaveMoved() {
        room.run(Kind.TRAIN);
        UUID champion = room.models.champion(GeneratedFirm.ID).orElseThrow().id();
        Drift calm = room.drifts.of(GeneratedFirm.ID).get(champion);

        List.copyOf(room.facts.keySet()).forEach(person -> multiply(person, 1.6));
        room.run(Kind.SCORE);
        Drift moved = room.drifts.of(GeneratedFirm.ID).get(champion);

        assertThat(calm.people()).isGreaterThan(50);
        assertThat(moved.moved()).isGreaterThan(calm.moved());
        assertThat(moved.features().get(0).index()).isGreaterThan(Drift.MOVED);
    }

    @Test
    void runForAPastDayDoesNotTakeTheFigureOfTheLatest() {
        room.run(Kind.TRAIN);
        UUID champion = room.models.champion(GeneratedFirm.ID).orElseThrow().id();
        Drift latest = room.drifts.of(GeneratedFirm.ID).get(champion);

        room.run(Kind.SCORE, GeneratedFirm.END.minusMonths(1));

        assertThat(room.drifts.of(GeneratedFirm.ID).get(champion)).isEqualTo(latest);
    }

    private List<UUID> known() {
        return room.current.all().stream()
                .map(CurrentScores.Current::score)
                .filter(score -> score.band() != Band.UNKNOWN)
                .map(RiskScore::personId)
                .sorted()
                .toList();
    }

    private void multiply(UUID person, double by) {
        room.facts.put(
                person,
                room.facts.get(person).stream()
                        .map(fact -> fact.signal().startsWith("attendance.")
                                        || fact.signal().startsWith("work.")
                                ? new Fact(fact.signal(), fact.date(), fact.knownAt(), fact.value() * by, fact.detail())
                                : fact)
                        .toList());
        room.scoring.forget();
    }
}
