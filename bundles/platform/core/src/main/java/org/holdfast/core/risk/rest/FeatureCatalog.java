package org.holdfast.core.risk.rest;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.holdfast.api.industry.FeatureDefinition;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.core.platform.rest.TellsNothing;
import org.holdfast.core.platform.rest.Texts;
import org.holdfast.core.risk.runs.Capabilities;
import org.holdfast.core.risk.runs.RiskSource;
import org.jspecify.annotations.Nullable;

/** The features a subsidiary can choose from: those of its industry. Safe for use from many threads. */
public final class FeatureCatalog {
    private final RiskSource source;
    private final Capabilities capabilities;
    private final Texts texts;

    /**
     * Creates it.
     *
     * @param source firms
     * @param capabilities industries
     * @param texts names of signals
     */
    public FeatureCatalog(RiskSource source, Capabilities capabilities, Texts texts) {
        this.source = source;
        this.capabilities = capabilities;
        this.texts = texts;
    }

    /**
     * A feature.
     *
     * @param code its code
     * @param signal the signal it is computed from
     * @param name name of the signal in the reader's language
     * @param aggregation how it is computed
     * @param windowDays over how many days; 0 for all
     * @param used whether the subsidiary uses it
     */
    public record FeatureRow(
            String code, String signal, String name, String aggregation, int windowDays, boolean used) {}

    /**
     * Features.
     *
     * @param items in the order of the industry
     */
    @TellsNothing
    public record FeatureList(List<FeatureRow> items) {

        /** Copies the items. */
        public FeatureList {
            items = List.copyOf(items);
        }
    }

    FeatureList list(UUID subsidiaryId, List<String> off, @Nullable String acceptLanguage) {
        ReasonWords words = new ReasonWords(texts);
        String language = texts.negotiate(acceptLanguage);
        return new FeatureList(features(subsidiaryId).stream()
                .map(feature -> new FeatureRow(
                        feature.code(),
                        feature.signal(),
                        words.name(feature.signal(), language),
                        feature.aggregation().toString(),
                        feature.windowDays(),
                        !off.contains(feature.code())))
                .toList());
    }

    /**
     * Refuses codes the industry does not know, but for those that stand there already, and a model without a feature.
     */
    void demandChoice(UUID subsidiaryId, List<String> off, List<String> before) {
        Set<String> known =
                features(subsidiaryId).stream().map(FeatureDefinition::code).collect(Collectors.toSet());
        if (off.stream().anyMatch(code -> !known.contains(code) && !before.contains(code))) {
            throw RestException.invalid("featuresOff", "unknownFeature");
        }
        if (!known.isEmpty() && off.containsAll(known)) {
            throw RestException.invalid("featuresOff", "noFeatureLeft");
        }
    }

    private List<FeatureDefinition> features(UUID subsidiaryId) {
        return source.firm(subsidiaryId)
                .flatMap(capabilities::industry)
                .map(industry -> industry.features())
                .orElse(List.of());
    }
}
