package org.holdfast.core.risk.rest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.holdfast.api.industry.FeatureDefinition;
import org.holdfast.api.industry.IndustryModel;
import org.holdfast.api.signal.DataCategory;
import org.holdfast.core.platform.rest.FieldSight;
import org.holdfast.core.risk.effect.EffectTable.StoredStudy;
import org.holdfast.core.risk.effect.Expectations;
import org.holdfast.core.risk.effect.Expectations.Expectation;
import org.holdfast.core.risk.features.SignalTypes;
import org.holdfast.core.risk.runs.RiskSource.Firm;
import org.holdfast.core.risk.runs.Scoring;
import org.holdfast.core.risk.scoring.RiskModel;
import org.holdfast.core.risk.scoring.RiskScore;

/**
 * What is to be expected of actions in a firm today: by its latest study, at the probabilities of the model in use. For one
 * request.
 */
final class ExpectedActions {
    private final Optional<StoredStudy> study;
    private final Optional<Expectations> expectations;
    private final String modelId;
    private final Map<String, Integer> columns;
    private final Map<String, Set<DataCategory>> categories;

    private ExpectedActions(Optional<StoredStudy> study, Optional<IndustryModel> industry, Optional<RiskModel> model) {
        this.study = study;
        this.expectations = study.map(found -> Expectations.of(found.study())).filter(found -> !found.isEmpty());
        this.modelId = model.map(found -> found.identity().id()).orElse("");
        this.columns = new HashMap<>();
        model.ifPresent(found -> found.columns().forEach(column -> columns.put(column.name(), columns.size())));
        this.categories = industry.map(ExpectedActions::categories).orElse(Map.of());
    }

    static ExpectedActions of(Optional<StoredStudy> study, Firm firm, Scoring.Inputs inputs, Scoring.Kept kept) {
        Optional<IndustryModel> industry = inputs.capabilities().industry(firm);
        return new ExpectedActions(
                study,
                industry,
                industry.map(found -> kept.models()
                        .inUse(
                                firm.id(),
                                found,
                                kept.settings().current(firm.id()).featuresOff())));
    }

    private static Map<String, Set<DataCategory>> categories(IndustryModel industry) {
        SignalTypes types = SignalTypes.of(industry);
        return industry.features().stream()
                .collect(Collectors.toMap(
                        FeatureDefinition::code, feature -> types.categories(feature.signal()), (one, same) -> one));
    }

    Optional<StoredStudy> study() {
        return study;
    }

    /** Whether something is known of some kind, and somebody has a probability it can be told by. */
    boolean isReady(List<RiskScore> scores) {
        return expectations.isPresent() && (scores.isEmpty() || scores.stream().anyMatch(this::tells));
    }

    /** What is missing where it is not ready. */
    String lacks() {
        if (study.isEmpty()) {
            return "noStudy";
        }
        return expectations.isEmpty() ? "notEnoughData" : "notCalibrated";
    }

    /** Whether a score is a calibrated probability of leaving within the study's horizon. */
    boolean tells(RiskScore score) {
        return !Double.isNaN(score.margin())
                && score.model().calibrated()
                && study.filter(found ->
                                found.study().horizonDays() == score.model().horizonDays())
                        .isPresent();
    }

    /**
     * Tells what is to be expected for a person. What the reader is not told about the person does not go into it: two figures
     * would tell it.
     */
    List<Expectation> of(RiskScore score, FieldSight reader) {
        boolean readable = score.model().id().equals(modelId) && score.features().length == columns.size();
        Map<DataCategory, Boolean> told = new HashMap<>();
        return expectations
                .map(found -> found.of(
                        score.margin(),
                        feature -> value(score, feature),
                        feature -> readable
                                && categories.getOrDefault(feature, Set.of()).stream()
                                        .allMatch(category -> told.computeIfAbsent(
                                                category,
                                                one -> reader.tells(
                                                        one.code(), score.personId(), score.subsidiaryId())))))
                .orElse(List.of());
    }

    private double value(RiskScore score, String feature) {
        Integer column = columns.get(feature);
        return column == null ? Double.NaN : score.features()[column];
    }
}
