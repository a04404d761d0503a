package org.holdfast.core.retention;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.holdfast.core.people.Employee;
import org.holdfast.core.people.Employee.Exit;
import org.holdfast.core.people.People;
import org.holdfast.core.people.Subsidiary;
import org.holdfast.core.retention.Dismissal.Facts;
import org.holdfast.launcher.audit.AuditEvent;
import org.holdfast.launcher.audit.AuditEvent.About;
import org.holdfast.launcher.audit.AuditEvent.Actor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks for people whom the employer dismissed within a year of an alert about them, and tells the data-protection officer.
 * Looks only when something about anybody has changed since. For one thread.
 */
final class DismissalWatch {
    /** For how long an alert may have been in somebody's mind. */
    static final Period REMEMBERED = Period.ofYears(1);

    static final String NOTICED = "dismissal.afterAlert";

    private static final Logger LOG = LoggerFactory.getLogger(DismissalWatch.class);
    private static final String INVOLUNTARY = "involuntary";

    private final Alerts alerts;
    private final DismissalTable table;
    private final People people;
    private final Clock clock;
    private final Consumer<AuditEvent> audit;
    private long seen = Long.MIN_VALUE;

    DismissalWatch(Alerts alerts, DismissalTable table, People people, Clock clock, Consumer<AuditEvent> audit) {
        this.alerts = alerts;
        this.table = table;
        this.people = people;
        this.clock = clock;
        this.audit = audit;
    }

    /**
     * Notices dismissals that nobody has noticed yet.
     *
     * @return how many
     */
    int look() {
        long version = people.version();
        if (version == seen) {
            return 0;
        }
        Set<UUID> known = table.alerts();
        Set<UUID> looked = new HashSet<>();
        int noticed = 0;
        // Newest first: the last alert before the exit is the one that counts.
        for (Alert alert : alerts.all()) {
            // No score led to what was imported, and the dismissal was over before the product.
            if (!alert.imported()
                    && left(alert.personId())
                    && looked.add(alert.personId())
                    && !known.contains(alert.id())) {
                noticed += notice(alert) ? 1 : 0;
            }
        }
        // Only now: a look that failed is repeated.
        seen = version;
        if (noticed > 0) {
            LOG.warn("Noticed {} dismissals of people about whom there had been an alert", noticed);
        }
        return noticed;
    }

    private boolean left(UUID personId) {
        return people.card(personId)
                .filter(card -> card.status() == Employee.Status.LEFT)
                .isPresent();
    }

    private boolean notice(Alert alert) {
        Optional<Facts> facts = people.employee(alert.personId())
                .map(Employee::exit)
                .filter(exit -> exit.type().equals(INVOLUNTARY))
                .map(exit -> facts(alert, exit))
                .filter(DismissalWatch::remembered);
        if (facts.isEmpty()) {
            return false;
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        UUID id = UUID.randomUUID();
        // First the log: what it cannot take is noticed again by the next look.
        About about = new About(
                alert.subsidiaryId().toString(), List.of(alert.personId().toString()), null);
        audit.accept(new AuditEvent(NOTICED, Actor.SERVER, about, AuditEvent.DONE, Map.of("dismissal", id.toString())));
        table.add(new Dismissal(id, alert.subsidiaryId(), alert.personId(), alert.id(), now, null, facts.get(), null));
        return true;
    }

    private Facts facts(Alert alert, Exit exit) {
        ZoneId zone = people.subsidiary(alert.subsidiaryId())
                .<ZoneId>map(Subsidiary::timezone)
                .orElse(ZoneOffset.UTC);
        LocalDate flagged = LocalDate.ofInstant(alert.times().openedAt(), zone);
        LocalDate last = exit.date() == null ? LocalDate.ofInstant(clock.instant(), zone) : exit.date();
        return new Facts(flagged, last, exit.reason(), alert.deliveredManager().isPresent());
    }

    private static boolean remembered(Facts facts) {
        return !facts.leftOn().isBefore(facts.flaggedOn())
                && !facts.leftOn().isAfter(facts.flaggedOn().plus(REMEMBERED));
    }
}
