package org.holdfast.core.risk.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.holdfast.core.risk.GeneratedFirm;
import org.holdfast.core.risk.runs.RunTable.Kind;
import org.holdfast.core.risk.scoring.Band;
import org.holdfast.core.risk.scoring.Reason;
import org.holdfast.core.risk.settings.RiskSettings;
import org.holdfast.core.risk.store.StoredModel;
import org.holdfast.core.risk.store.StoredModel.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A subsidiary's feature set is changed, retrained with, compared and taken back, all without a new bundle. */
class FeatureChoiceTest {
    private static final UUID FIRM = GeneratedFirm.ID;

    private final RiskRoom room = new RiskRoom().withIndustry().withEngine();

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void aFeatureSwitchedOffGivesNoPointsOnTheScorecardFromTheNextRunOn() {
        room.run(Kind.SCORE);
        assertThat(reasonSignals()).contains("attendance.leave_days");

        List<String> leave = columns("attendance.leave_days");
        room.settings.put(FIRM, RiskSettings.STANDARD.withFeaturesOff(leave));
        room.run(Kind.SCORE);

        assertThat(reasonSignals()).isNotEmpty().doesNotContain("attendance.leave_days");
    }

    @Test
    void retrainingUsesTheChosenFeaturesAndComparesThemWithTheChampionsOnTheSameSplit() {
        room.settings.put(FIRM, RiskSettings.STANDARD.withMinExits(20));
        room.run(Kind.TRAIN);
        StoredModel champion = room.models.champion(FIRM).orElseThrow();
        Map<UUID, Double> margins = room.margins();
        assertThat(champion.card().features()).containsAll(columns("work.messages"));
        assertThat(champion.card().metrics()).doesNotContainKey("incumbent");

        room.settings.put(FIRM, room.settings.current(FIRM).withFeaturesOff(columns("work.messages")));
        room.run(Kind.SCORE);
        assertThat(room.margins())
                .as("a trained model reads what it was trained on")
                .isEqualTo(margins);
        room.run(Kind.TRAIN);

        StoredModel fresh = room.models.champion(FIRM).orElseThrow();
        assertThat(fresh.id()).isNotEqualTo(champion.id());
        assertThat(fresh.card().features()).doesNotContainAnyElementsOf(columns("work.messages"));
        assertThat(room.margins()).isNotEqualTo(margins);
        assertThat(room.models.of(FIRM))
                .filteredOn(model -> model.role() != Role.RETIRED)
                .hasSize(3)
                .allSatisfy(model -> {
                    var metrics = model.card().metrics();
                    assertThat(metrics.get("incumbent").rows())
                            .isEqualTo(metrics.get("test").rows());
                    assertThat(metrics.get("incumbent").values())
                            .as("the same algorithm, features and split as the champion's own test")
                            .isEqualTo(champion.card().metrics().get("test").values());
                });

        room.settings.put(FIRM, room.settings.version(FIRM, 1).orElseThrow());
        room.models.activate(room.models.find(champion.id()).orElseThrow());
        room.run(Kind.SCORE);

        assertThat(room.margins()).as("rolled back").isEqualTo(margins);
        assertThat(room.settings.versions(FIRM))
                .extracting(version -> version.settings().version())
                .containsExactly(3, 2, 1);
        assertThat(room.settings.current(FIRM).featuresOff()).isEmpty();
    }

    private List<String> columns(String signal) {
        return room.capabilities.industry(RiskRoom.FIRM).orElseThrow().features().stream()
                .filter(feature -> feature.signal().equals(signal))
                .map(feature -> feature.code())
                .toList();
    }

    private List<String> reasonSignals() {
        return room.current.all().stream()
                .filter(found -> found.score().band() != Band.UNKNOWN)
                .flatMap(found -> found.score().reasons().stream())
                .map(Reason::signal)
                .distinct()
                .toList();
    }
}
