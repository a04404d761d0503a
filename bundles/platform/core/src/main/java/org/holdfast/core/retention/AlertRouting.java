package org.holdfast.core.retention;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.holdfast.core.people.Employee;
import org.holdfast.core.people.People;
import org.holdfast.core.people.PersonCard;
import org.holdfast.core.platform.calendar.WorkingCalendar;
import org.jspecify.annotations.Nullable;

/**
 * Whom an alert is for: HR at once; the superior in the morning's batch. Never the person or anybody who reports to
 * them. A superior who is away, or about whom an alert is open, is passed over for the next one up; where nobody is
 * left HR alone gets it.
 */
final class AlertRouting {
    private final People people;
    private final Function<UUID, WorkingCalendar> calendars;

    /** Takes everybody, and by which calendar the superiors of a subsidiary work. */
    AlertRouting(People people, Function<UUID, WorkingCalendar> calendars) {
        this.people = people;
        this.calendars = calendars;
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
        return superiors(personId, flagged)
                .findFirst()
                .map(card -> new Recipient(Recipient.Role.MANAGER, card.id(), batch(card, openedAt), null));
    }

    /** Returns everybody who could get it now, the nearest first. */
    Stream<PersonCard> superiors(UUID personId, Predicate<UUID> flagged) {
        // Wrong data can make somebody the superior of their own superior.
        Set<UUID> below = people.allReports(personId);
        return people.managersOf(personId).stream()
                .filter(manager -> !manager.equals(personId) && !below.contains(manager))
                .flatMap(manager -> people.card(manager).stream())
                .filter(card -> card.status() == Employee.Status.ACTIVE && !flagged.test(card.id()));
    }

    /** Returns by which days somebody has to talk: their own days of work, those of the person's subsidiary for HR. */
    TalkClock clock(UUID subsidiaryId, @Nullable UUID talkerId) {
        UUID where = Optional.ofNullable(talkerId)
                .flatMap(people::card)
                .map(PersonCard::subsidiaryId)
                .orElse(subsidiaryId);
        return new TalkClock(calendars.apply(where));
    }

    /** Never the same day, so that the hour of delivery tells nothing about the hour of a signal. */
    private Instant batch(PersonCard manager, Instant openedAt) {
        return calendars.apply(manager.subsidiaryId()).morningAfter(openedAt);
    }
}
