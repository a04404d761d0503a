package org.holdfast.core.offboarding.accounts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.holdfast.api.HoldfastException;
import org.holdfast.api.connector.AccountSystem;
import org.holdfast.launcher.registry.CapabilityRegistry;
import org.holdfast.launcher.registry.Provided;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The connectors of the bundles that are enabled for a subsidiary. Safe for use from many threads. */
final class Connectors {
    private static final Logger LOG = LoggerFactory.getLogger(Connectors.class);
    private static final Pattern CODE = Pattern.compile("[a-z][a-zA-Z0-9]{0,29}");

    private final CapabilityRegistry registry;

    Connectors(CapabilityRegistry registry) {
        this.registry = registry;
    }

    /** Returns the connectors by code, by ranking of their bundles; of two with one code the first alone. */
    Map<String, AccountSystem> of(UUID subsidiaryId) {
        return named(registry.of(AccountSystem.class, subsidiaryId.toString()));
    }

    Optional<AccountSystem> find(UUID subsidiaryId, String code) {
        return Optional.ofNullable(of(subsidiaryId).get(code));
    }

    private static Map<String, AccountSystem> named(List<Provided<AccountSystem>> offered) {
        Map<String, AccountSystem> found = new LinkedHashMap<>();
        for (Provided<AccountSystem> provided : offered) {
            code(provided).ifPresent(code -> found.putIfAbsent(code, provided.service()));
        }
        return found;
    }

    private static Optional<String> code(Provided<AccountSystem> provided) {
        try {
            String code = provided.service().code();
            if (CODE.matcher(code).matches()) {
                return Optional.of(code);
            }
            LOG.warn("Bundle {} brings a connector whose code cannot be taken", provided.bundle());
        } catch (HoldfastException e) {
            LOG.warn("Bundle {} brings a connector that does not tell its code: {}", provided.bundle(), e.code());
        }
        return Optional.empty();
    }
}
