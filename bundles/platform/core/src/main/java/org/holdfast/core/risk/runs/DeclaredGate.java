package org.holdfast.core.risk.runs;

import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.holdfast.api.signal.DataCategory;
import org.holdfast.core.protection.basis.SignalGate;

/**
 * Holds back from the bundles that score a subsidiary what they did not declare to read in their signed manifest, at each call:
 * it is missing to them, as what has no lawful basis is. Safe for use from many threads.
 */
final class DeclaredGate implements SignalGate {
    private final RiskSource source;
    private final Capabilities capabilities;
    private final SignalGate lawful;

    DeclaredGate(RiskSource source, Capabilities capabilities, SignalGate lawful) {
        this.source = source;
        this.capabilities = capabilities;
        this.lawful = lawful;
    }

    @Override
    public boolean lets(UUID subsidiaryId, UUID personId, DataCategory category, LocalDate day) {
        return declared(subsidiaryId).contains(category) && lawful.lets(subsidiaryId, personId, category, day);
    }

    @Override
    public boolean mayScore(UUID subsidiaryId, UUID personId) {
        return lawful.mayScore(subsidiaryId, personId);
    }

    @Override
    public Set<UUID> suspended(UUID subsidiaryId) {
        return lawful.suspended(subsidiaryId);
    }

    @Override
    public SignalGate read(UUID subsidiaryId, Collection<UUID> persons) {
        return new Page(subsidiaryId, declared(subsidiaryId), lawful.read(subsidiaryId, persons));
    }

    private Set<DataCategory> declared(UUID subsidiaryId) {
        return source.firm(subsidiaryId).map(capabilities::declared).orElse(Set.of());
    }

    /** Answers from memory, about the people of one subsidiary. */
    private record Page(UUID subsidiary, Set<DataCategory> declared, SignalGate lawful) implements SignalGate {

        @Override
        public boolean lets(UUID subsidiaryId, UUID personId, DataCategory category, LocalDate day) {
            return subsidiary.equals(subsidiaryId)
                    && declared.contains(category)
                    && lawful.lets(subsidiaryId, personId, category, day);
        }

        @Override
        public Set<DataCategory> categories(UUID subsidiaryId, UUID personId, LocalDate day) {
            Set<DataCategory> open = EnumSet.noneOf(DataCategory.class);
            if (subsidiary.equals(subsidiaryId)) {
                open.addAll(lawful.categories(subsidiaryId, personId, day));
                open.retainAll(declared);
            }
            return open;
        }

        @Override
        public boolean mayScore(UUID subsidiaryId, UUID personId) {
            return lawful.mayScore(subsidiaryId, personId);
        }

        @Override
        public Set<UUID> suspended(UUID subsidiaryId) {
            return lawful.suspended(subsidiaryId);
        }

        @Override
        public SignalGate unsuspended() {
            return new Page(subsidiary, declared, lawful.unsuspended());
        }
    }
}
