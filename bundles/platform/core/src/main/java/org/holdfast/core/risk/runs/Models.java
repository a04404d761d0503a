package org.holdfast.core.risk.runs;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.holdfast.api.engine.Engine;
import org.holdfast.api.industry.IndustryModel;
import org.holdfast.core.risk.scoring.EngineModel;
import org.holdfast.core.risk.scoring.ModelIdentity;
import org.holdfast.core.risk.scoring.ModelIdentity.Kind;
import org.holdfast.core.risk.scoring.RiskModel;
import org.holdfast.core.risk.scoring.ScorecardModel;
import org.holdfast.core.risk.store.ModelTable;
import org.holdfast.core.risk.store.StoredModel;

/**
 * Gives the model that scores a subsidiary: its champion where there is one that reads none but the industry's present
 * features, else the industry's scorecard. Loaded models are kept. Safe for use from many threads.
 */
public final class Models {
    private final ModelTable table;
    private final Capabilities capabilities;
    private final Map<UUID, RiskModel> loaded = new ConcurrentHashMap<>();

    /**
     * Creates it.
     *
     * @param table the trained models
     * @param capabilities the bundles
     */
    public Models(ModelTable table, Capabilities capabilities) {
        this.table = table;
        this.capabilities = capabilities;
    }

    /**
     * Returns the model in use.
     *
     * @param subsidiaryId the subsidiary
     * @param industry its industry
     * @param featuresOff codes of features that its scorecard leaves out; a trained model reads what it was trained on
     * @return the model; not to be closed by the caller
     */
    public RiskModel inUse(UUID subsidiaryId, IndustryModel industry, List<String> featuresOff) {
        RiskModel all = new ScorecardModel(industry);
        return table.champion(subsidiaryId)
                .flatMap(this::load)
                .filter(model -> all.columns().containsAll(model.columns()))
                .orElseGet(() -> new ScorecardModel(industry, featuresOff));
    }

    /**
     * Loads any stored model, for recomputing a past score.
     *
     * @param model the model
     * @return the model, or empty where no engine can read it
     */
    public Optional<RiskModel> load(StoredModel model) {
        RiskModel known = loaded.get(model.id());
        if (known != null) {
            return Optional.of(known);
        }
        return capabilities
                .engine(model.subsidiaryId())
                .filter(engine -> engine.version().equals(model.engineVersion()))
                .map(engine -> loaded.computeIfAbsent(model.id(), id -> load(engine, model)));
    }

    /** Drops models that have been deleted. Whoever still scores with one ends with it; its memory goes when nobody does. */
    void forget(Collection<UUID> deleted) {
        loaded.keySet().removeAll(deleted);
    }

    private RiskModel load(Engine engine, StoredModel model) {
        ModelIdentity identity = new ModelIdentity(
                model.id().toString(),
                Kind.TRAINED,
                model.algorithm(),
                model.engineVersion(),
                model.card().horizonDays());
        return new EngineModel(identity, model.card().profiles(), engine.load(table.data(model)));
    }
}
