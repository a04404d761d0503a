package org.holdfast.core.risk.features;

import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.holdfast.api.industry.IndustryModel;
import org.holdfast.api.signal.DataCategory;
import org.holdfast.api.signal.SignalDefinition;
import org.holdfast.launcher.bundles.HostSignals;

/** What is known about the signals an industry model can use: kind, unit and data category. Immutable. */
public final class SignalTypes {
    private final Map<String, SignalDefinition> byCode = new HashMap<>();

    private SignalTypes(Collection<SignalDefinition> added) {
        HostSignals.all().forEach(signal -> byCode.put(signal.code(), signal));
        added.forEach(signal -> byCode.putIfAbsent(signal.code(), signal));
    }

    /**
     * Returns the signals of the host and of an industry model.
     *
     * @param model the model
     * @return the signals
     */
    public static SignalTypes of(IndustryModel model) {
        return new SignalTypes(model.signals());
    }

    /**
     * Returns the categories of the data a signal is computed from.
     *
     * @param code its code
     * @return its own category, and those of what it is derived from; empty where nobody defines it
     */
    public Set<DataCategory> categories(String code) {
        Set<DataCategory> all = EnumSet.noneOf(DataCategory.class);
        find(code).ifPresent(signal -> {
            all.add(signal.category());
            all.addAll(DerivedSignals.alsoFrom(code));
        });
        return all;
    }

    /**
     * Finds a signal.
     *
     * @param code its code
     * @return the definition, or empty where nobody defines it
     */
    public Optional<SignalDefinition> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }
}
