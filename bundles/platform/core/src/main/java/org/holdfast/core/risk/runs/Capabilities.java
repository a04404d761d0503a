package org.holdfast.core.risk.runs;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.holdfast.api.engine.Engine;
import org.holdfast.api.industry.IndustryModel;
import org.holdfast.api.signal.DataCategory;
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
        return industryBundle(firm).map(Provided::service);
    }

    private Optional<Provided<IndustryModel>> industryBundle(Firm firm) {
        return registry.get().of(IndustryModel.class, firm.id().toString()).stream()
                .filter(model -> model.service().code().equals(firm.industry()))
                .findFirst();
    }

    /**
     * Returns which data may reach the bundles that score a firm. An engine is given what the industry's features are computed
     * from, so where there is one it has to have declared it as well.
     *
     * @param firm the firm
     * @return the categories that industry and engine declared to read; none without an industry
     */
    Set<DataCategory> declared(Firm firm) {
        Set<DataCategory> declared = EnumSet.noneOf(DataCategory.class);
        industryBundle(firm).ifPresent(bundle -> declared.addAll(categories(bundle)));
        engineBundle(firm.id()).ifPresent(bundle -> declared.retainAll(categories(bundle)));
        return declared;
    }

    private static Set<DataCategory> categories(Provided<?> bundle) {
        return bundle.reads().stream()
                .map(DataCategory::ofCode)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
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
