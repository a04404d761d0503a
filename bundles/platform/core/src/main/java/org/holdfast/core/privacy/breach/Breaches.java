package org.holdfast.core.privacy.breach;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.holdfast.api.jurisdiction.BreachRules;
import org.holdfast.api.jurisdiction.BreachRules.Duty;
import org.holdfast.api.signal.DataCategory;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.core.privacy.breach.Breach.Origin;
import org.holdfast.core.privacy.breach.Breach.Times;
import org.holdfast.core.privacy.breach.BreachStep.Said;
import org.holdfast.core.privacy.breach.BreachStep.Whom;
import org.holdfast.core.protection.Vault;
import org.jspecify.annotations.Nullable;

/**
 * The register of personal-data breaches (PIPL Art. 57, GDPR Art. 33 and 34). None is closed before authority and people
 * were told, or it is said why not. Safe for use from many threads.
 */
final class Breaches {
    /** Where no rule book says anything: the shortest times of those that ship. */
    static final BreachRules SHORTEST = new BreachRules(4, Duty.ALWAYS, 4, List.of(2, 3, 4));

    private static final Set<Whom> TOLD = EnumSet.of(Whom.AUTHORITY, Whom.PEOPLE);

    private final Tables tables;
    private final Vault vault;
    private final Function<UUID, Optional<BreachRules>> rules;
    private final Clock clock;

    Breaches(Tables tables, Vault vault, Function<UUID, Optional<BreachRules>> rules, Clock clock) {
        this.tables = tables;
        this.vault = vault;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * Where breaches are kept.
     *
     * @param breaches the breaches
     * @param steps what was done about them
     * @param people whom they concern
     */
    record Tables(BreachTable breaches, BreachSteps steps, BreachPeople people) {}

    /**
     * What is known of a breach.
     *
     * @param severity how much it can harm people
     * @param categories the data concerned
     * @param facts in words
     */
    record Known(Severity severity, Set<DataCategory> categories, BreachFacts facts) {
        Known {
            categories = Set.copyOf(categories);
        }
    }

    /**
     * How a breach stands.
     *
     * @param settled who has been told, or need not be
     * @param warnedAtHours hours of the last warning that is due, null before the first or where all is told
     * @param overdue whether somebody has not been told in time, and still is not
     */
    record Standing(Set<Whom> settled, @Nullable Integer warnedAtHours, boolean overdue) {
        Standing {
            settled = Set.copyOf(settled);
        }
    }

    /**
     * Something that is told, or a reason why it is not.
     *
     * @param whom the authority or the people
     * @param sent whether it was sent
     * @param at when
     * @param words what was sent to whom, and reasons
     * @param by the account that says so
     */
    record Telling(Whom whom, boolean sent, Instant at, Said words, UUID by) {}

    /** Registers an incident in each subsidiary it reaches; its clock runs from the moment it was noticed. */
    List<Breach> register(Collection<UUID> subsidiaries, Instant noticedAt, Known known, UUID by) {
        UUID incident = UUID.randomUUID();
        List<Breach> registered = new ArrayList<>();
        subsidiaries.forEach(id -> vault.prepare(id, List.of()));
        tables.breaches().database().run(connection -> {
            for (UUID subsidiary : subsidiaries) {
                Breach breach = fresh(incident, subsidiary, noticedAt, known, new Origin(now(), by, ""));
                tables.breaches().add(breach, known.facts(), "");
                registered.add(breach);
            }
        });
        return registered;
    }

    /** Registers what the server found under a key that holds one. */
    Breach found(UUID incident, UUID subsidiaryId, String place, String foundOnce) {
        vault.prepare(subsidiaryId, List.of());
        Known known = new Known(Severity.MEDIUM, Set.of(), BreachFacts.UNKNOWN);
        Breach breach = fresh(incident, subsidiaryId, now(), known, new Origin(now(), null, place));
        tables.breaches().add(breach, BreachFacts.UNKNOWN, foundOnce);
        return breach;
    }

    private Breach fresh(UUID incident, UUID subsidiaryId, Instant noticedAt, Known known, Origin origin) {
        BreachRules times = rules(subsidiaryId);
        return new Breach(
                UUID.randomUUID(),
                incident,
                subsidiaryId,
                known.severity(),
                State.OPEN,
                new Times(
                        noticedAt,
                        noticedAt.plus(Duration.ofHours(times.authorityHours())),
                        noticedAt.plus(Duration.ofHours(times.peopleHours())),
                        times.warnAtHours()),
                origin,
                known.categories());
    }

    /** Changes what is known of a breach that is not closed; when it was noticed stays. */
    void change(Breach breach, Known known) {
        Breach fresh = new Breach(
                breach.id(),
                breach.incidentId(),
                breach.subsidiaryId(),
                known.severity(),
                breach.state(),
                breach.times(),
                breach.origin(),
                known.categories());
        if (!tables.breaches().change(fresh, known.facts())) {
            throw closed();
        }
    }

    /** Notes that somebody was told, or why not. */
    void tell(Breach breach, Telling telling) {
        if (telling.whom() == Whom.AUTHORITY && !telling.sent() && hasToKnow(breach)) {
            throw RestException.of(
                    BreachError.AUTHORITY_HAS_TO_KNOW, "The authority is told of a breach of this severity.");
        }
        step(breach, telling);
    }

    /** Returns whether a telling at a moment is late, and so needs a reason. */
    static boolean late(Breach breach, Whom whom, Instant at) {
        Times times = breach.times();
        return at.isAfter(whom == Whom.AUTHORITY ? times.authorityDueAt() : times.peopleDueAt());
    }

    private boolean hasToKnow(Breach breach) {
        return rules(breach.subsidiaryId()).authority() == Duty.ALWAYS || breach.severity() != Severity.LOW;
    }

    /** Closes a breach of which everybody was told who has to be. */
    void close(Breach breach, String learnt, UUID by) {
        step(breach, new Telling(Whom.CLOSURE, false, now(), new Said("", learnt, ""), by));
    }

    private void step(Breach breach, Telling telling) {
        BreachStep step = new BreachStep(
                UUID.randomUUID(),
                breach.id(),
                telling.whom(),
                telling.sent(),
                telling.at(),
                telling.by(),
                telling.words());
        tables.breaches().database().run(connection -> {
            if (!tables.breaches().hold(connection, breach.id())) {
                throw closed();
            }
            Set<Whom> settled = EnumSet.noneOf(Whom.class);
            settled.addAll(tables.steps().settled().getOrDefault(breach.id(), Set.of()));
            boolean closes = step.whom() == Whom.CLOSURE;
            if (closes && !settled.containsAll(TOLD)) {
                throw RestException.of(
                        BreachError.BREACH_NOT_TOLD, "Authority or people were not told, nor is it said why not.");
            }
            settled.add(step.whom());
            tables.steps().add(connection, breach, step);
            if (closes || settled.containsAll(TOLD)) {
                tables.breaches().state(connection, breach.id(), closes ? State.CLOSED : State.NOTIFIED);
            }
        });
    }

    /** Adds people whom a breach concerns; returns how many were not in its list. */
    int concerns(Breach breach, Collection<UUID> persons) {
        if (breach.state() == State.CLOSED) {
            throw closed();
        }
        return tables.people().add(breach, persons);
    }

    Tables tables() {
        return tables;
    }

    /** Returns how breaches stand now, from what is not sealed. */
    Standing standing(Breach breach, Map<UUID, Set<Whom>> settled) {
        Set<Whom> told = settled.getOrDefault(breach.id(), Set.of());
        Instant now = clock.instant();
        boolean open = breach.state() == State.OPEN;
        boolean overdue = TOLD.stream().anyMatch(whom -> !told.contains(whom) && late(breach, whom, now));
        return new Standing(told, open ? breach.times().warnedAt(now).orElse(null) : null, open && overdue);
    }

    BreachRules rules(UUID subsidiaryId) {
        return rules.apply(subsidiaryId).orElse(SHORTEST);
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static RestException closed() {
        return RestException.of(BreachError.BREACH_CLOSED, "The breach is closed and stays as it is.");
    }
}
