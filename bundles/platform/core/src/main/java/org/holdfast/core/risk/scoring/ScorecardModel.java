package org.holdfast.core.risk.scoring;

import java.util.ArrayList;
import java.util.List;
import org.holdfast.api.engine.Contributions;
import org.holdfast.api.engine.FeatureColumn;
import org.holdfast.api.engine.FeatureMatrix;
import org.holdfast.api.industry.IndustryModel;
import org.holdfast.api.industry.ScorecardItem;
import org.holdfast.core.risk.scoring.ModelIdentity.Kind;

/**
 * An industry's scorecard as a model. It is additive, so its points are its exact Shapley values against somebody about
 * whom nothing is known.
 */
public final class ScorecardModel implements RiskModel {
    private final ModelIdentity identity;
    private final double intercept;
    private final List<FeatureColumn> columns;
    private final List<Placed> items = new ArrayList<>();

    /**
     * Creates the model with all features.
     *
     * @param industry the industry
     */
    public ScorecardModel(IndustryModel industry) {
        this(industry, List.of());
    }

    /**
     * Creates the model without some features: they give no points.
     *
     * @param industry the industry
     * @param featuresOff codes of features that are not used
     */
    public ScorecardModel(IndustryModel industry, List<String> featuresOff) {
        identity = new ModelIdentity(
                "scorecard:" + industry.code() + ":" + industry.version(),
                Kind.SCORECARD,
                "scorecard",
                industry.version(),
                industry.scorecard().horizonDays());
        intercept = industry.scorecard().intercept();
        columns = industry.features().stream()
                .filter(feature -> !featuresOff.contains(feature.code()))
                .map(feature -> new FeatureColumn(feature.code(), feature.direction()))
                .toList();
        List<String> codes = columns.stream().map(FeatureColumn::name).toList();
        for (ScorecardItem item : industry.scorecard().items()) {
            if (codes.contains(item.feature())) {
                items.add(new Placed(codes.indexOf(item.feature()), item));
            }
        }
    }

    @Override
    public ModelIdentity identity() {
        return identity;
    }

    @Override
    public List<FeatureColumn> columns() {
        return columns;
    }

    @Override
    public double[] margins(FeatureMatrix features) {
        double[] margins = new double[features.rows()];
        for (int row = 0; row < margins.length; row++) {
            double margin = intercept;
            for (Placed placed : items) {
                margin += placed.item.logOdds(features.value(row, placed.column));
            }
            margins[row] = margin;
        }
        return margins;
    }

    @Override
    public Contributions explain(FeatureMatrix features) {
        double[] values = new double[features.rows() * columns.size()];
        for (int row = 0; row < features.rows(); row++) {
            for (Placed placed : items) {
                values[row * columns.size() + placed.column] = placed.item.logOdds(features.value(row, placed.column));
            }
        }
        return new Contributions(intercept, columns.size(), values);
    }

    private record Placed(int column, ScorecardItem item) {}
}
