package org.holdfast.core.retention;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.holdfast.core.people.Employee;
import org.holdfast.core.people.People;
import org.holdfast.core.people.PersonCard;
import org.holdfast.core.people.Subsidiary;

/**
 * Whom an alert is for: HR at once; the superior in the morning's batch. Never the person or anybody who reports to
 * them. A superior who is away, or about whom an alert is open, is passed over for the next one up; where nobody is
 * left HR alone gets it.
 */
final class AlertRouting {
    private final People people;

    AlertRouting(People people) {
        this.people = people;
    }

    /**
     * Returns whom an alert about a person is for.
     *
     * @param personId the person
     * @param openedAt when the alert was opened
     * @param flagged says whether an alert about somebody is open
     * @return HR first
     */
    List<Recipient> recipients(UUID personId, Instant openedAt, Predicate<UUID> flagged) {
        Recipient hr = new Recipient(Recipient.Role.HR, null, openedAt, openedAt);
        return manager(personId, openedAt, flagged)
                .map(manager -> List.of(hr, manager))
                .orElse(List.of(hr));
    }

    /** Returns the superior as recipient; asked again at delivery, because people move meanwhile. */
    Optional<Recipient> manager(UUID personId, Instant openedAt, Predicate<UUID> flagged) {
        // Wrong data can make somebody the superior of their own superior.
        Set<UUID> below = people.allReports(personId);
        return people.managersOf(personId).stream()
                .filter(manager -> !manager.equals(personId) && !below.contains(manager))
                .flatMap(manager -> people.card(manager).stream())
                .filter(card -> card.status() == Employee.Status.ACTIVE && !flagged.test(card.id()))
                .findFirst()
                .map(card -> new Recipient(
                        Recipient.Role.MANAGER, card.id(), WorkingMorning.after(openedAt, zone(card)), null));
    }

    private ZoneId zone(PersonCard card) {
        return people.subsidiary(card.subsidiaryId())
                .<ZoneId>map(Subsidiary::timezone)
                .orElse(ZoneOffset.UTC);
    }
}
