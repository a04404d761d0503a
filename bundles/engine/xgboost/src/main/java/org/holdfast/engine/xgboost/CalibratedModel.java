package org.holdfast.engine.xgboost;

import java.util.List;
import org.holdfast.api.engine.Algorithm;
import org.holdfast.api.engine.Contributions;
import org.holdfast.api.engine.FeatureColumn;
import org.holdfast.api.engine.FeatureMatrix;
import org.holdfast.api.engine.ModelData;
import org.holdfast.api.engine.TrainedModel;

/** A fitted model with its calibration: margins and contributions alike are stretched and shifted. */
final class CalibratedModel implements TrainedModel {
    private final Algorithm algorithm;
    private final List<FeatureColumn> columns;
    private final RawModel raw;
    private final PlattScaling scaling;

    CalibratedModel(Algorithm algorithm, List<FeatureColumn> columns, RawModel raw, PlattScaling scaling) {
        this.algorithm = algorithm;
        this.columns = List.copyOf(columns);
        this.raw = raw;
        this.scaling = scaling;
    }

    Algorithm algorithm() {
        return algorithm;
    }

    RawModel raw() {
        return raw;
    }

    PlattScaling scaling() {
        return scaling;
    }

    @Override
    public List<FeatureColumn> columns() {
        return columns;
    }

    @Override
    public double[] margins(FeatureMatrix features) {
        check(features);
        double[] margins = raw.margins(features);
        for (int row = 0; row < margins.length; row++) {
            margins[row] = scaling.apply(margins[row]);
        }
        return margins;
    }

    @Override
    public Contributions explain(FeatureMatrix features) {
        check(features);
        double[] contributions = raw.contributions(features);
        for (int i = 0; i < contributions.length; i++) {
            contributions[i] *= scaling.slope();
        }
        return new Contributions(scaling.apply(raw.baseline()), columns.size(), contributions);
    }

    @Override
    public ModelData data() {
        return ModelFormat.write(this);
    }

    @Override
    public void close() {
        raw.close();
    }

    private void check(FeatureMatrix features) {
        if (!features.columns().equals(columns)) {
            throw new IllegalArgumentException("The matrix has "
                    + features.columns().size()
                    + " columns that are not the model's "
                    + columns.size()
                    + " in order; compute the features the model was trained on");
        }
    }
}
