package org.holdfast.core.risk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.core.people.ModelSummary;
import org.holdfast.core.risk.runs.Capabilities;
import org.holdfast.core.risk.runs.RiskSource;
import org.holdfast.core.risk.store.ModelTable;
import org.holdfast.core.risk.store.StoredModel;

/** Tells the list of subsidiaries which model scores each: its champion, else the scorecard of its industry, else none. */
@ApplicationScoped
public class ModelInUse implements ModelSummary {
    @Inject
    private ModelTable models;

    @Inject
    private RiskSource source;

    @Inject
    private Capabilities capabilities;

    @Override
    public Model of(UUID subsidiaryId) {
        boolean industry =
                source.firm(subsidiaryId).flatMap(capabilities::industry).isPresent();
        if (!industry) {
            return Model.NONE;
        }
        Optional<StoredModel> champion = models.champion(subsidiaryId);
        return champion.map(model -> new Model("trained", model.algorithm(), model.trainedOn()))
                .orElseGet(() -> new Model("scorecard", null, null));
    }
}
