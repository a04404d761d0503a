package org.holdfast.core.offboarding.assets;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** By which day what people hold has to come back: the day that was agreed on, or their last one where that comes first. */
record DueDays(Map<UUID, LocalDate> lastDays) {

    /** Returns the due day of a holding; of one that has ended, the one that held then. */
    Optional<LocalDate> of(Holding holding) {
        Optional<LocalDate> agreed = Optional.ofNullable(holding.days().due());
        if (!holding.open()) {
            return agreed;
        }
        // Whoever came back after their last day was issued it anew.
        Optional<LocalDate> last = Optional.ofNullable(lastDays.get(holding.personId()))
                .filter(day -> !day.isBefore(holding.days().issued()));
        return agreed.filter(day -> last.isEmpty() || day.isBefore(last.get())).or(() -> last);
    }

    boolean overdue(Holding holding, LocalDate today) {
        return holding.open() && of(holding).filter(day -> day.isBefore(today)).isPresent();
    }
}
