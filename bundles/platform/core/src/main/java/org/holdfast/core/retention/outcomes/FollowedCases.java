package org.holdfast.core.retention.outcomes;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Since when which cases are looked after, held in memory while the key ring is open: entries are sealed, and whoever asks what is
 * due asks about all of them. Entries are only added, so their number says whether what is held still stands, on whichever server
 * they were recorded. Safe for use from many threads.
 */
final class FollowedCases {
    private final OutcomeTable table;
    private final ConcurrentMap<UUID, Known> known = new ConcurrentHashMap<>();
    private volatile @Nullable Listed listed;

    FollowedCases(OutcomeTable table) {
        this.table = table;
    }

    /**
     * A case with an outcome, as far as it stands in plain columns.
     *
     * @param caseId the case
     * @param subsidiaryId the person's subsidiary
     * @param personId the person
     * @param entries how many entries there are
     */
    record Recorded(UUID caseId, UUID subsidiaryId, UUID personId, int entries) {}

    /**
     * Since when it is looked after.
     *
     * @param on the day of the outcome
     * @param recordedAt when the outcome was recorded
     * @param done after how many days somebody has looked
     */
    record Since(LocalDate on, Instant recordedAt, Set<Integer> done) {}

    private record Known(int entries, @Nullable Since since) {}

    private record Listed(OutcomeTable.Mark mark, List<Recorded> cases) {}

    /** Returns the cases with an outcome; of others nothing is held any more. */
    List<Recorded> recorded() {
        Listed held = listed;
        OutcomeTable.Mark mark = table.mark();
        if (held != null && held.mark().equals(mark)) {
            return held.cases();
        }
        List<Recorded> found = List.copyOf(table.recorded());
        listed = new Listed(mark, found);
        known.keySet().retainAll(found.stream().map(Recorded::caseId).collect(Collectors.toSet()));
        return found;
    }

    /** Returns since when some cases are looked after, without those in which nobody stayed. */
    Map<Recorded, Since> since(Collection<Recorded> some) {
        read(some.stream().filter(this::stale).map(Recorded::caseId).toList());
        Map<Recorded, Since> found = new LinkedHashMap<>();
        for (Recorded one : some) {
            Known held = known.get(one.caseId());
            if (held != null && held.since() != null) {
                found.put(one, held.since());
            }
        }
        return found;
    }

    private boolean stale(Recorded one) {
        Known held = known.get(one.caseId());
        return held == null || held.entries() != one.entries();
    }

    /** Holds nothing any more: the key ring is closed. */
    void forget() {
        listed = null;
        known.clear();
    }

    private void read(List<UUID> caseIds) {
        if (caseIds.isEmpty()) {
            return;
        }
        Map<UUID, List<Entry>> entries = table.of(caseIds);
        caseIds.forEach(id -> known.put(id, known(entries.getOrDefault(id, List.of()))));
    }

    private static Known known(List<Entry> entries) {
        Since since = Outcomes.last(entries)
                .filter(entry -> entry.words().what().followed())
                .map(entry -> new Since(entry.words().on(), entry.recordedAt(), Outcomes.looked(entries)))
                .orElse(null);
        return new Known(entries.size(), since);
    }
}
