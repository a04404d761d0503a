package org.holdfast.core.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.holdfast.core.people.PastCase;
import org.holdfast.core.people.PastCases;
import org.jspecify.annotations.Nullable;

/** Keeps past cases in memory, where the room of cases is not there. */
final class PastFile implements PastCases {
    final List<PastCase> taken = new ArrayList<>();
    final Map<UUID, LocalDate> alerted = new HashMap<>();

    @Nullable
    LocalDate since;

    @Override
    public Rules rules(UUID subsidiaryId) {
        return new Rules(Set.of("growth", "pay", "other"), since);
    }

    @Override
    public Map<UUID, LocalDate> alertedSince(Collection<UUID> persons) {
        return alerted;
    }

    @Override
    public int take(List<PastCase> cases) {
        List<PastCase> fresh =
                cases.stream().filter(one -> !taken.contains(one)).toList();
        taken.addAll(fresh);
        return fresh.size();
    }
}
