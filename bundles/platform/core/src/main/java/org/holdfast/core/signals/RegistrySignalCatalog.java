package org.holdfast.core.signals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.holdfast.api.HoldfastException;
import org.holdfast.api.industry.IndustryModel;
import org.holdfast.api.signal.SignalDefinition;
import org.holdfast.launcher.registry.CapabilityRegistry;
import org.holdfast.launcher.registry.Provided;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the bundles again only after something about them has changed. */
public final class RegistrySignalCatalog implements SignalCatalog {
    private static final Logger LOG = LoggerFactory.getLogger(RegistrySignalCatalog.class);
    private static final String CORE = "core";

    private final CapabilityRegistry registry;
    private volatile Snapshot snapshot = new Snapshot(Long.MIN_VALUE, List.of(), Map.of());

    /**
     * Creates the catalogue.
     *
     * @param registry the bundles
     */
    public RegistrySignalCatalog(CapabilityRegistry registry) {
        this.registry = registry;
    }

    @Override
    public List<Entry> entries() {
        return current().entries();
    }

    @Override
    public Optional<SignalDefinition> find(String code) {
        return Optional.ofNullable(current().byCode().get(code));
    }

    private Snapshot current() {
        long changes = registry.changes();
        Snapshot present = snapshot;
        if (present.changes() != changes) {
            present = read(changes);
            snapshot = present;
        }
        return present;
    }

    private Snapshot read(long changes) {
        List<Entry> entries = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        CoreSignals.ALL.forEach(signal -> entries.add(new Entry(signal, CORE)));
        CoreSignals.ALL.forEach(signal -> taken.add(signal.code()));
        for (Provided<IndustryModel> model : registry.all(IndustryModel.class)) {
            for (SignalDefinition signal : signalsOf(model)) {
                if (taken.add(signal.code())) {
                    entries.add(new Entry(signal, model.bundle()));
                }
            }
        }
        Map<String, SignalDefinition> byCode = new HashMap<>();
        entries.forEach(entry -> byCode.put(entry.definition().code(), entry.definition()));
        return new Snapshot(changes, List.copyOf(entries), byCode);
    }

    private static List<SignalDefinition> signalsOf(Provided<IndustryModel> model) {
        try {
            return model.service().signals();
        } catch (HoldfastException e) {
            LOG.warn("Bundle {} did not tell its signals ({}): see its faults", model.bundle(), e.code());
            return List.of();
        }
    }

    private record Snapshot(long changes, List<Entry> entries, Map<String, SignalDefinition> byCode) {}
}
