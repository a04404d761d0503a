package org.holdfast.core.retention;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.core.retention.Dismissal.Finding;

/**
 * The register of people who were flagged, then dismissed. Throws
 * {@link org.holdfast.api.protection.KeyRingSealedException} while the key ring is not open. Safe for use from many threads.
 */
public final class Dismissals {
    private final DismissalTable table;
    private final Clock clock;

    Dismissals(DismissalTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    /**
     * Finds one.
     *
     * @param id its id
     * @return the dismissal, or empty
     */
    public Optional<Dismissal> find(UUID id) {
        return table.find(id);
    }

    /**
     * Returns those about which nobody has said yet what it was.
     *
     * @return the oldest first
     */
    public List<Dismissal> pending() {
        return table.all(true);
    }

    /**
     * Returns the others.
     *
     * @return the one settled last before the others
     */
    public List<Dismissal> settled() {
        return table.all(false);
    }

    /**
     * Keeps what an officer found. It is said once.
     *
     * @param dismissal what it is about
     * @param finding what was found
     * @return the dismissal as it is now
     */
    public Dismissal settle(Dismissal dismissal, Finding finding) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Dismissal settled = new Dismissal(
                dismissal.id(),
                dismissal.subsidiaryId(),
                dismissal.personId(),
                dismissal.alertId(),
                dismissal.noticedAt(),
                now,
                dismissal.facts(),
                finding);
        if (!table.settle(settled)) {
            throw RestException.of(RetentionError.DISMISSAL_SETTLED, "Somebody has said already what it was.");
        }
        return settled;
    }
}
