package org.holdfast.core.risk.scoring;

import java.util.List;
import org.holdfast.api.engine.Contributions;
import org.holdfast.api.engine.FeatureColumn;
import org.holdfast.api.engine.FeatureMatrix;
import org.holdfast.api.engine.TrainedModel;
import org.holdfast.core.risk.scoring.ModelIdentity.Kind;

/** A model that an engine bundle trained on the subsidiary's own history. Frees the engine's memory when closed. */
public final class EngineModel implements RiskModel {
    private final ModelIdentity identity;
    private final TrainedModel model;

    /**
     * Wraps a model.
     *
     * @param id id of the stored model
     * @param horizonDays the horizon it was trained for
     * @param algorithm code of its algorithm
     * @param engineVersion name and version of its engine
     * @param model the loaded model; closed with this
     */
    public EngineModel(String id, int horizonDays, String algorithm, String engineVersion, TrainedModel model) {
        this.identity = new ModelIdentity(id, Kind.TRAINED, algorithm, engineVersion, horizonDays);
        this.model = model;
    }

    @Override
    public ModelIdentity identity() {
        return identity;
    }

    @Override
    public List<FeatureColumn> columns() {
        return model.columns();
    }

    @Override
    public double[] margins(FeatureMatrix features) {
        return model.margins(features);
    }

    @Override
    public Contributions explain(FeatureMatrix features) {
        return model.explain(features);
    }

    @Override
    public void close() {
        model.close();
    }
}
