package org.holdfast.core.risk.runs;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.api.engine.FeatureMatrix;
import org.holdfast.core.risk.runs.RiskSource.Firm;
import org.holdfast.core.risk.scoring.ModelIdentity.Kind;
import org.holdfast.core.risk.scoring.RiskModel;
import org.holdfast.core.risk.scoring.RiskScore;
import org.holdfast.core.risk.scoring.ScorecardModel;
import org.holdfast.core.risk.settings.RiskSettings;
import org.holdfast.core.risk.settings.SettingsTable;
import org.holdfast.core.risk.store.ModelTable;

/** Computes a past score once more from its stored feature vector and model. Safe for use from many threads. */
public final class Recomputation {
    private final ModelTable table;
    private final Models models;
    private final Capabilities capabilities;
    private final SettingsTable settings;

    /**
     * Creates it.
     *
     * @param table the trained models
     * @param models loads them
     * @param capabilities the bundles, for scorecards
     * @param settings which features a scorecard left out under the settings of its time
     */
    public Recomputation(ModelTable table, Models models, Capabilities capabilities, SettingsTable settings) {
        this.table = table;
        this.models = models;
        this.capabilities = capabilities;
        this.settings = settings;
    }

    /**
     * Computes a score's margin once more.
     *
     * @param score the stored score, of a known band
     * @param firm its firm
     * @return the margin, the same bits as the stored one; empty where its model is no longer there
     */
    public Optional<Double> margin(RiskScore score, Firm firm) {
        return model(score, firm)
                .filter(model -> model.columns().size() == score.features().length)
                .map(model -> model.margins(new FeatureMatrix(model.columns(), score.features()))[0]);
    }

    private Optional<RiskModel> model(RiskScore score, Firm firm) {
        if (score.model().kind() == Kind.TRAINED) {
            return table.find(UUID.fromString(score.model().id())).flatMap(models::load);
        }
        List<String> off = settings.version(score.subsidiaryId(), score.settingsVersion())
                .map(RiskSettings::featuresOff)
                .orElse(List.of());
        return capabilities
                .industry(firm)
                .<RiskModel>map(industry -> new ScorecardModel(industry, off))
                .filter(model -> model.identity().equals(score.model()));
    }
}
