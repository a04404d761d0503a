package org.holdfast.core.signals;

import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.holdfast.api.signal.DataCategory;
import org.holdfast.api.signal.Purpose;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.protection.basis.ConsentLedger;
import org.holdfast.core.signals.Consents.Consent;

/** Answers the gate from the consents on file. Safe for use from many threads. */
final class ConsentBook implements ConsentLedger {
    private final Consents consents;

    ConsentBook(Consents consents) {
        this.consents = consents;
    }

    @Override
    public boolean granted(Subject person, DataCategory category, Purpose purpose, LocalDate day) {
        return consents.granted(person, category, purpose, day);
    }

    @Override
    public ConsentLedger read(UUID subsidiaryId, Collection<UUID> persons) {
        return new Page(consents.of(subsidiaryId, persons));
    }

    /** What some people had agreed to when it was read. */
    private record Page(Map<UUID, List<Consent>> consents) implements ConsentLedger {
        @Override
        public boolean granted(Subject person, DataCategory category, Purpose purpose, LocalDate day) {
            return granted(person, purpose, day).contains(category);
        }

        /** Asked for each person of a night: one look-up, and no stream. */
        @Override
        public Set<DataCategory> granted(Subject person, Purpose purpose, LocalDate day) {
            Set<DataCategory> granted = EnumSet.noneOf(DataCategory.class);
            for (Consent consent : consents.getOrDefault(person.personId().orElseThrow(), List.of())) {
                if (consent.covers(consent.category(), purpose, day)) {
                    granted.add(consent.category());
                }
            }
            return granted;
        }

        @Override
        public ConsentLedger read(UUID subsidiaryId, Collection<UUID> persons) {
            return this;
        }
    }
}
