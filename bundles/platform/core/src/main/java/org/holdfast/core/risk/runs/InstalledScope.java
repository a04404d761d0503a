package org.holdfast.core.risk.runs;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.holdfast.api.industry.FeatureDefinition;
import org.holdfast.api.industry.IndustryModel;
import org.holdfast.api.signal.DataCategory;
import org.holdfast.core.protection.basis.ProcessingScope;
import org.holdfast.core.risk.features.SignalTypes;

/**
 * Describes scoring by the industry model and the engine that are enabled for a subsidiary. A patch of either (the last part
 * of its version) is the same model; anything more is a new one. Safe for use from many threads.
 */
public final class InstalledScope implements ProcessingScope {
    private final RiskSource source;
    private final Capabilities capabilities;

    /**
     * Creates it.
     *
     * @param source firms
     * @param capabilities what is enabled for them
     */
    public InstalledScope(RiskSource source, Capabilities capabilities) {
        this.source = source;
        this.capabilities = capabilities;
    }

    @Override
    public Scope of(UUID subsidiaryId) {
        Set<DataCategory> categories = EnumSet.noneOf(DataCategory.class);
        Set<String> models = new TreeSet<>();
        Optional<IndustryModel> industry = source.firm(subsidiaryId).flatMap(capabilities::industry);
        industry.ifPresent(model -> {
            SignalTypes types = SignalTypes.of(model);
            for (FeatureDefinition feature : model.features()) {
                categories.addAll(types.categories(feature.signal()));
            }
            models.add("industry:" + model.code() + "@" + release(model.version()));
        });
        capabilities
                .engineBundle(subsidiaryId)
                .ifPresent(bundle -> models.add("engine:" + bundle.bundle() + "@" + release(bundle.version())));
        return new Scope(categories, models);
    }

    private static String release(String version) {
        String[] parts = version.split("\\.", 3);
        return parts.length < 2 ? version : parts[0] + "." + parts[1];
    }
}
