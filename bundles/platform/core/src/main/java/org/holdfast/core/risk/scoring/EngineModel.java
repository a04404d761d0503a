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
    private final List<FeatureProfile> profiles;

    /**
     * Wraps a model.
     *
     * @param identity which model it is, of the kind {@link Kind#TRAINED}
     * @param profiles how the values of each column lay in the rows it was fitted on; empty where that was not kept
     * @param model the loaded model; closed with this
     */
    public EngineModel(ModelIdentity identity, List<FeatureProfile> profiles, TrainedModel model) {
        this.identity = identity;
        this.profiles = List.copyOf(profiles);
        this.model = model;
    }

    @Override
    public List<FeatureProfile> profiles() {
        return profiles;
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
