package org.holdfast.core.risk.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.core.fixture.SetClock;
import org.holdfast.core.risk.GeneratedFirm;
import org.holdfast.core.risk.runs.RunTable.Kind;
import org.holdfast.core.risk.scoring.ModelIdentity;
import org.holdfast.core.risk.store.StoredModel;
import org.holdfast.core.risk.training.TrainingOutcome;
import org.holdfast.core.risk.training.TrainingOutcome.Candidate;
import org.holdfast.core.risk.training.TrainingOutcome.Reason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whoever is erased is no longer in any model thirty days later. */
@Tag("O15")
class UnlearningTest {
    private static final String TRAINED = "2026-11-22T12:00:00Z";
    private static final String ERASED = "2026-11-24T09:00:00Z";

    /** One training for all tests that need models, whoever they learnt from. */
    private static TrainingOutcome trained;

    private final SetClock clock = new SetClock(TRAINED);
    private final RiskRoom room = RiskRoom.trainable(clock);
    private final NightlyScoring night = new NightlyScoring(room.table, room.runs, room.inputs, room.settings, clock);

    @BeforeAll
    static void train() {
        try (RiskRoom room = RiskRoom.trainable(new SetClock(TRAINED))) {
            room.run(Kind.TRAIN);
            List<Candidate> candidates = room.models.of(GeneratedFirm.ID).stream()
                    .map(model -> new Candidate(room.models.data(model), model.card(), 0))
                    .toList();
            trained = new TrainingOutcome(
                    candidates, Optional.of(candidates.get(0).data().algorithm()), Reason.TAKES_OVER, 50);
        }
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void modelTrainedAfterAnErasureIsThatOfAFirmThatNeverHadThePersonAndNobodyScoresWithTheOldOnes() {
        List<StoredModel> before = learnt();
        UUID person = somebody();
        erase(person);
        clock.set("2026-11-25T09:00:00Z");

        room.run(Kind.TRAIN);

        assertThat(room.models.of(GeneratedFirm.ID))
                .extracting(StoredModel::id)
                .doesNotContainAnyElementsOf(ids(before));
        assertThat(room.current.all())
                .isNotEmpty()
                .allSatisfy(found -> assertThat(found.score().model().id())
                        .isNotIn(ids(before).stream().map(UUID::toString).toList()));
        try (RiskRoom without = RiskRoom.trainable(clock)) {
            without.facts.remove(person);
            without.run(Kind.TRAIN);
            assertThat(hashes(room)).isNotEmpty().isEqualTo(hashes(without));
        }
    }

    @Test
    void nightTrainsAnewWithinThirtyDaysAndNotEachNight() {
        learnt();
        erase(somebody());

        assertThat(night("2026-12-13T18:00:00Z")).isEqualTo(Kind.SCORE);
        assertThat(room.unlearning.lastDays(GeneratedFirm.ID, ZoneOffset.UTC).values())
                .containsOnly(LocalDate.of(2026, 12, 24));
        assertThat(night("2026-12-14T18:00:00Z")).isEqualTo(Kind.TRAIN);
        assertThat(night("2026-12-15T18:00:00Z")).isEqualTo(Kind.SCORE);
        assertThat(room.unlearning.lastDays(GeneratedFirm.ID, ZoneOffset.UTC)).isEmpty();
    }

    @Test
    void whereNoModelCanTakeThePlaceTheScorecardDoes() {
        learnt();
        erase(somebody());
        room.registry.without(room.engine);

        night("2026-12-16T18:00:00Z");

        assertThat(room.models.of(GeneratedFirm.ID)).isEmpty();
        assertThat(room.models.lastReason(GeneratedFirm.ID)).isEqualTo("unlearned");
        assertThat(room.current.all())
                .isNotEmpty()
                .allSatisfy(found -> assertThat(found.score().model().kind()).isEqualTo(ModelIdentity.Kind.SCORECARD));
    }

    @Test
    void erasureBeforeTheTrainingChangesNothing() {
        erase(somebody());
        clock.set("2026-11-25T09:00:00Z");
        List<StoredModel> models = learnt();

        assertThat(night("2026-12-20T18:00:00Z")).isEqualTo(Kind.SCORE);
        assertThat(room.models.of(GeneratedFirm.ID)).isEqualTo(models);
    }

    private List<StoredModel> learnt() {
        room.models.keep(GeneratedFirm.ID, GeneratedFirm.END, trained);
        return room.models.of(GeneratedFirm.ID);
    }

    private static List<UUID> ids(List<StoredModel> models) {
        return models.stream().map(StoredModel::id).toList();
    }

    private void erase(UUID person) {
        room.facts.remove(person);
        room.current.forget(List.of(person));
        room.erased.add(Instant.parse(ERASED));
    }

    private UUID somebody() {
        return room.facts.keySet().iterator().next();
    }

    private Kind night(String moment) {
        clock.set(moment);
        night.run(GeneratedFirm.ID.toString());
        return room.table.latest().get(0).kind();
    }

    private static List<String> hashes(RiskRoom firm) {
        return firm.models.of(GeneratedFirm.ID).stream()
                .filter(model -> model.role() != StoredModel.Role.RETIRED)
                .map(model -> model.algorithm()
                        + ' '
                        + model.card().origin().dataHash()
                        + ' '
                        + Arrays.hashCode(firm.models.data(model).bytes()))
                .sorted()
                .toList();
    }
}
