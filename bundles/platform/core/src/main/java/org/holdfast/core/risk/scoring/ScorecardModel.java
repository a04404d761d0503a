package org.holdfast.core.risk.scoring;

import java.util.ArrayList;
import java.util.List;
import org.holdfast.api.engine.Contributions;
import org.holdfast.api.engine.FeatureColumn;
import org.holdfast.api.engine.FeatureMatrix;
import org.holdfast.api.industry.FeatureDefinition;
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
     * Creates the model.
     *
     * @param industry the industry
     */
    public ScorecardModel(IndustryModel industry) {
        identity = new ModelIdentity(
                "scorecard:" + industry.code() + ":" + industry.version(),
                Kind.SCORECARD,
                "scorecard",
                industry.version(),
                industry.scorecard().horizonDays());
        intercept = industry.scorecard().intercept();
        columns = industry.features().stream()
                .map(feature -> new FeatureColumn(feature.code(), feature.direction()))
                .toList();
        List<String> codes =
                industry.features().stream().map(FeatureDefinition::code).toList();
        for (ScorecardItem item : industry.scorecard().items()) {
            items.add(new Placed(codes.indexOf(item.feature()), item));
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
