package org.holdfast.core.retention.programmes;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.holdfast.api.signal.DataCategory;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.protection.basis.SignalGate;
import org.holdfast.core.signals.Fact;
import org.holdfast.core.signals.FactCodes;
import org.holdfast.core.signals.FactHistory;
import org.holdfast.core.signals.SignalStore;

/** Finds promotions among the facts, where there is a lawful basis for careers. */
final class FactPromotions implements Promotions {
    private static final LocalDate BEGINNING = LocalDate.of(1900, 1, 1);

    private final SignalStore store;
    private final SignalGate gate;
    private final Clock clock;

    FactPromotions(SignalStore store, SignalGate gate, Clock clock) {
        this.store = store;
        this.gate = gate;
        this.clock = clock;
    }

    @Override
    public Map<UUID, List<LocalDate>> of(UUID subsidiaryId, Collection<UUID> people) {
        SignalGate page = gate.read(subsidiaryId, people);
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        Map<UUID, List<LocalDate>> found = new HashMap<>();
        for (UUID person : people) {
            if (page.lets(subsidiaryId, person, DataCategory.CAREER, today)) {
                found.put(person, days(Subject.person(subsidiaryId, person)));
            }
        }
        return found;
    }

    private List<LocalDate> days(Subject person) {
        return FactHistory.knownBy(store.read(person, BEGINNING), clock.instant()).stream()
                .filter(fact -> fact.signal().equals(FactCodes.PROMOTION))
                .map(Fact::date)
                .toList();
    }
}
