package org.holdfast.core.risk.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.holdfast.core.fixture.SetClock;
import org.holdfast.core.risk.GeneratedFirm;
import org.holdfast.core.risk.runs.RunTable.Kind;
import org.holdfast.core.risk.scoring.ModelIdentity;
import org.holdfast.core.risk.store.StoredModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whoever is erased is no longer in any model thirty days later. */
@Tag("O15")
class UnlearningTest {
    private static final String TRAINED = "2026-11-22T12:00:00Z";
    private static final String ERASED = "2026-11-24T09:00:00Z";

    private final SetClock clock = new SetClock(TRAINED);
    private final RiskRoom room = RiskRoom.trainable(clock);
    private final NightlyScoring night =
            new NightlyScoring(room.table, room.runs, room.inputs, room.settings, clock);

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void modelTrainedAfterAnErasureIsThatOfAFirmThatNeverHadThePerson() {
        room.run(Kind.TRAIN);
        UUID person = somebody();
        erase(person);
        clock.set("2026-11-25T09:00:00Z");

        room.run(Kind.TRAIN);

        try (RiskRoom without = RiskRoom.trainable(clock)) {
            without.facts.remove(person);
            without.run(Kind.TRAIN);
            assertThat(hashes(room)).isNotEmpty().isEqualTo(hashes(without));
        }
    }

    @Test
    void modelsOfBeforeAreDeletedAndNobodyScoresWithThem() {
        room.run(Kind.TRAIN);
        List<StoredModel> before = room.models.of(GeneratedFirm.ID);
        erase(somebody());
        clock.set("2026-11-25T09:00:00Z");

        room.run(Kind.TRAIN);

        assertThat(before).isNotEmpty();
        assertThat(room.models.of(GeneratedFirm.ID))
                .isNotEmpty()
                .extracting(StoredModel::id)
                .doesNotContainAnyElementsOf(
                        before.stream().map(StoredModel::id).toList());
        assertThat(room.current.all()).isNotEmpty().allSatisfy(found -> assertThat(
                        found.score().model().id())
                .isNotIn(before.stream().map(model -> model.id().toString()).toList()));
    }

    @Test
    void nightTrainsAnewWithinThirtyDaysAndNotEachNight() {
        room.run(Kind.TRAIN);
        erase(somebody());

        assertThat(night("2026-12-14T18:00:00Z")).isEqualTo(Kind.SCORE);
        assertThat(room.unlearning.lastDays(GeneratedFirm.ID, ZoneOffset.UTC).values())
                .containsOnly(LocalDate.of(2026, 12, 24));
        assertThat(night("2026-12-15T18:00:00Z")).isEqualTo(Kind.TRAIN);
        assertThat(night("2026-12-16T18:00:00Z")).isEqualTo(Kind.SCORE);
        assertThat(room.unlearning.lastDays(GeneratedFirm.ID, ZoneOffset.UTC)).isEmpty();
    }

    @Test
    void whereNoModelCanTakeThePlaceTheScorecardDoes() {
        room.run(Kind.TRAIN);
        erase(somebody());
        room.registry.without(room.engine);

        night("2026-12-16T18:00:00Z");

        assertThat(room.models.of(GeneratedFirm.ID)).isEmpty();
        assertThat(room.models.lastReason(GeneratedFirm.ID)).isEqualTo("unlearned");
        assertThat(room.current.all()).isNotEmpty().allSatisfy(found -> assertThat(
                        found.score().model().kind())
                .isEqualTo(ModelIdentity.Kind.SCORECARD));
    }

    @Test
    void erasureBeforeTheTrainingChangesNothing() {
        erase(somebody());
        clock.set("2026-11-25T09:00:00Z");
        room.run(Kind.TRAIN);
        List<StoredModel> models = room.models.of(GeneratedFirm.ID);

        assertThat(night("2026-12-20T18:00:00Z")).isEqualTo(Kind.SCORE);
        assertThat(room.models.of(GeneratedFirm.ID)).isEqualTo(models);
    }

    private void erase(UUID person) {
        room.facts.remove(person);
        room.current.forget(List.of(person));
        room.erased.add(java.time.Instant.parse(ERASED));
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
                .map(model -> model.algorithm() + ' ' + model.card().origin().dataHash() + ' '
                        + java.util.Arrays.hashCode(firm.models.data(model).bytes()))
                .sorted()
                .toList();
    }
}
