package org.holdfast.core.risk.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.holdfast.core.risk.FactsOf;
import org.holdfast.core.risk.GeneratedFirm;
import org.holdfast.core.risk.runs.RunTable.Kind;
import org.holdfast.core.risk.scoring.Band;
import org.holdfast.core.risk.scoring.RiskScore;
import org.holdfast.core.risk.settings.RiskSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Any past score can be computed once more, bit for bit. */
class RecomputationTest {
    private static final LocalDate EARLIER = GeneratedFirm.END.minusDays(20);

    private final RiskRoom room = new RiskRoom().withIndustry().withEngine();

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void theSameRunGivesTheSameBitsWhenItIsRunAgain() {
        room.settings.put(GeneratedFirm.ID, RiskSettings.STANDARD.withMinExits(20));
        room.run(Kind.TRAIN);
        Map<UUID, Double> first = room.margins();
        List<String> hashes = hashes();

        room.run(Kind.TRAIN);

        assertThat(room.margins()).isEqualTo(first);
        assertThat(hashes()).hasSize(6).isSubsetOf(hashes);
        assertThat(room.restarted().all()).hasSameSizeAs(first.keySet());
    }

    @Test
    void scoresOfTheScorecardAndOfRetiredModelsAreRecomputedAfterRetrainingAndAfterLaterFacts() {
        room.run(Kind.SCORE, EARLIER);
        room.settings.put(GeneratedFirm.ID, RiskSettings.STANDARD.withMinExits(20));
        room.run(Kind.TRAIN, EARLIER);
        List<RiskScore> past = known(EARLIER);
        assertThat(past.stream().map(score -> score.model().id()).distinct()).hasSize(2);

        laterFactsAboutEverybody();
        room.settings.put(
                GeneratedFirm.ID,
                room.settings
                        .current(GeneratedFirm.ID)
                        .withFeaturesOff(List.of("attendance.leave_days:sum:30", "resume.update:count:90")));
        room.run(Kind.TRAIN);

        Recomputation recomputation = room.recomputation();
        assertThat(past)
                .isNotEmpty()
                .allSatisfy(score ->
                        assertThat(recomputation.margin(score, RiskRoom.FIRM)).contains(score.margin()));
    }

    @Test
    void scoringAnEarlierDayAgainGivesTheSameBitsWhateverBecameKnownSince() {
        room.run(Kind.SCORE, EARLIER);
        Map<UUID, double[]> before = new HashMap<>();
        known(EARLIER).forEach(score -> before.put(score.personId(), score.features()));
        Map<UUID, Double> margins = new HashMap<>();
        known(EARLIER).forEach(score -> margins.put(score.personId(), score.margin()));

        laterFactsAboutEverybody();
        room.run(Kind.SCORE, EARLIER);

        assertThat(known(EARLIER)).hasSize(2 * before.size()).allSatisfy(score -> {
            assertThat(score.features()).isEqualTo(before.get(score.personId()));
            assertThat(score.margin()).isEqualTo(margins.get(score.personId()));
        });
    }

    @Test
    void aScorecardWithFeaturesSwitchedOffIsRecomputedWithTheFeaturesOfItsTime() {
        room.settings.put(
                GeneratedFirm.ID, RiskSettings.STANDARD.withFeaturesOff(List.of("attendance.leave_days:sum:30")));
        room.run(Kind.SCORE);
        List<RiskScore> past = known(GeneratedFirm.END);

        room.settings.put(GeneratedFirm.ID, RiskSettings.STANDARD);

        Recomputation recomputation = room.recomputation();
        assertThat(past)
                .isNotEmpty()
                .allSatisfy(score ->
                        assertThat(recomputation.margin(score, RiskRoom.FIRM)).contains(score.margin()));
    }

    private void laterFactsAboutEverybody() {
        room.facts
                .values()
                .forEach(facts -> facts.addAll(new ArrayList<>(new FactsOf(GeneratedFirm.END)
                        .resumeUpdate(3)
                        .leaves(1, 2, 4)
                        .signal("work.messages", 1, 5)
                        .signal("performance.rating", 2, 40)
                        .list())));
    }

    private List<RiskScore> known(LocalDate day) {
        return room.stored(day).stream()
                .filter(score -> score.asOf().equals(day) && score.band() != Band.UNKNOWN)
                .toList();
    }

    private List<String> hashes() {
        return room.models.of(GeneratedFirm.ID).stream()
                .map(model -> model.algorithm() + " "
                        + Arrays.hashCode(room.models.data(model).bytes()))
                .toList();
    }
}
