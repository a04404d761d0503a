package org.holdfast.core.signals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Adds facts as additions, after leaving out what is there already. */
final class DeltaAppender implements SignalAppender {
    private final BlockSignalStore store;
    private final UUID subsidiaryId;
    private final Map<Origin, Freshness> before = new HashMap<>();

    DeltaAppender(BlockSignalStore store, UUID subsidiaryId, List<Freshness> before) {
        this.store = store;
        this.subsidiaryId = subsidiaryId;
        before.forEach(fresh -> this.before.put(new Origin(fresh.signal(), fresh.source()), fresh));
    }

    @Override
    public Outcome append(Map<UUID, List<Arrival>> arrivals) {
        Map<UUID, FactMerge> known = known(arrivals);
        Map<UUID, List<Arrival>> added = new LinkedHashMap<>();
        int all = 0;
        int count = 0;
        for (Map.Entry<UUID, List<Arrival>> entry : arrivals.entrySet()) {
            List<Arrival> fresh = fresh(known.get(entry.getKey()), entry.getValue());
            all += entry.getValue().size();
            count += fresh.size();
            if (!fresh.isEmpty()) {
                added.put(entry.getKey(), fresh);
            }
        }
        if (count > 0) {
            store.add(subsidiaryId, added);
        }
        return new Outcome(count, all - count, added.keySet());
    }

    private static List<Arrival> fresh(@Nullable FactMerge known, List<Arrival> arrivals) {
        if (known == null && arrivals.size() == 1) {
            return arrivals;
        }
        FactMerge merge = known == null ? new FactMerge() : known;
        List<Arrival> fresh = new ArrayList<>(arrivals.size());
        for (Arrival arrival : arrivals) {
            if (merge.arrive(arrival, Instant.MAX)) {
                fresh.add(arrival);
            }
        }
        return fresh;
    }

    /** Reads what is known about those whose arrivals may be there already. */
    private Map<UUID, FactMerge> known(Map<UUID, List<Arrival>> arrivals) {
        Set<UUID> persons = new HashSet<>();
        LocalDate first = LocalDate.MAX;
        for (Map.Entry<UUID, List<Arrival>> entry : arrivals.entrySet()) {
            for (Arrival arrival : entry.getValue()) {
                if (mayBeThere(arrival.fact())) {
                    persons.add(entry.getKey());
                    first = arrival.fact().date().isBefore(first)
                            ? arrival.fact().date()
                            : first;
                }
            }
        }
        return persons.isEmpty() ? Map.of() : store.merges(subsidiaryId, persons, first);
    }

    private boolean mayBeThere(Fact fact) {
        Freshness reached = before.get(new Origin(fact.signal(), fact.detail().source()));
        return reached != null
                && !fact.date().isBefore(reached.earliestDate())
                && !fact.date().isAfter(reached.latestDate());
    }

    private record Origin(String signal, String source) {}
}
