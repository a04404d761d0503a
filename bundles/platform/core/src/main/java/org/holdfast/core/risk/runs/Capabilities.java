package org.holdfast.core.risk.runs;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.holdfast.api.engine.Engine;
import org.holdfast.api.industry.IndustryModel;
import org.holdfast.core.risk.runs.RiskSource.Firm;
import org.holdfast.launcher.registry.CapabilityRegistry;
import org.holdfast.launcher.registry.Provided;

/** Asks the bundles a subsidiary has enabled for its industry and for an engine. Safe for use from many threads. */
public final class Capabilities {
    private final Supplier<CapabilityRegistry> registry;

    /**
     * Creates the look-up.
     *
     * @param registry the bundles, asked at each call
     */
    public Capabilities(Supplier<CapabilityRegistry> registry) {
        this.registry = registry;
    }

    /**
     * Finds the industry model of a firm; there is no default.
     *
     * @param firm the firm
     * @return the enabled model with the firm's code, or empty
     */
    public Optional<IndustryModel> industry(Firm firm) {
        return registry.get().of(IndustryModel.class, firm.id().toString()).stream()
                .map(Provided::service)
                .filter(model -> model.code().equals(firm.industry()))
                .findFirst();
    }

    /**
     * Finds an engine.
     *
     * @param subsidiaryId the subsidiary
     * @return the enabled engine of the highest ranking, or empty
     */
    public Optional<Engine> engine(UUID subsidiaryId) {
        return engineBundle(subsidiaryId).map(Provided::service);
    }

    /** Finds the engine with the bundle it comes from. */
    Optional<Provided<Engine>> engineBundle(UUID subsidiaryId) {
        return registry.get().of(Engine.class, subsidiaryId.toString()).stream().findFirst();
    }
}
