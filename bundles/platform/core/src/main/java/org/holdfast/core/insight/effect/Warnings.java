package org.holdfast.core.insight.effect;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Collectors;

/** How long before somebody's last day the first alert within the horizon was opened. */
final class Warnings {
    private final Map<UUID, List<LocalDate>> alerts = new HashMap<>();
    private final int horizon;

    Warnings(Facts facts) {
        horizon = facts.horizon();
        alerts.putAll(facts.flags().stream()
                .collect(Collectors.groupingBy(
                        flag -> flag.worker().id(), Collectors.mapping(Flag::opened, Collectors.toList()))));
    }

    /** Returns the days from the alert to the last day; empty for who left without an alert within the horizon. */
    OptionalLong lead(Worker leaver) {
        LocalDate last = Objects.requireNonNull(leaver.left());
        return alerts.getOrDefault(leaver.id(), List.of()).stream()
                .mapToLong(opened -> ChronoUnit.DAYS.between(opened, last))
                .filter(days -> days >= 0 && days <= horizon)
                .max();
    }
}
