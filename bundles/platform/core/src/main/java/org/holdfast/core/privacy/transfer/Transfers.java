package org.holdfast.core.privacy.transfer;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.api.jurisdiction.RuleBook;
import org.holdfast.api.jurisdiction.TransferRules;
import org.holdfast.core.people.People;
import org.holdfast.core.people.Subsidiary;
import org.holdfast.core.platform.database.Database;
import org.holdfast.core.privacy.transfer.TransferGate.Counters;
import org.holdfast.core.privacy.transfer.TransferGate.Day;
import org.holdfast.core.privacy.transfer.TransferGate.Wanted;
import org.holdfast.core.protection.basis.Assessments;
import org.holdfast.core.protection.basis.RuleBooks;
import org.jspecify.annotations.Nullable;

/**
 * The one way by which data may leave a subsidiary: asks the gate, and counts what it lets through. Safe for use from many
 * threads.
 */
public final class Transfers {
    private final Database database;
    private final TransferCounters counters;
    private final PermitTable permits;
    private final Facts facts;
    private final Clock clock;

    Transfers(Database database, TransferCounters counters, PermitTable permits, Facts facts, Clock clock) {
        this.database = database;
        this.counters = counters;
        this.permits = permits;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * What decisions rest on.
     *
     * @param books the rule books
     * @param assessments the impact assessments
     * @param people the subsidiaries
     */
    record Facts(RuleBooks books, Assessments assessments, People people) {}

    /**
     * Data about people that is to leave.
     *
     * @param subsidiaryId whose
     * @param country where to, ISO 3166-1
     * @param persons whom it is about; empty for figures of groups
     * @param data what it is
     * @param smallestGroup people in the smallest group of figures; of no meaning for data about single people
     */
    public record Parcel(
            UUID subsidiaryId, String country, Collection<UUID> persons, DataClass data, int smallestGroup) {

        /** Copies and checks. */
        public Parcel {
            persons = List.copyOf(persons);
            if ((data == DataClass.AGGREGATE) != persons.isEmpty()) {
                throw new IllegalArgumentException("Figures of groups name nobody, and all else names somebody");
            }
        }
    }

    /**
     * Decides whether something may leave, and counts it where it may. What is refused is not counted.
     *
     * @param parcel what
     * @param permitId on which permit, null for none
     * @return whether, and why not
     */
    public Outcome release(Parcel parcel, @Nullable UUID permitId) {
        return pass(parcel, permitId, true);
    }

    /**
     * Decides whether something may leave, and counts nothing.
     *
     * @param parcel what
     * @param permitId on which permit, null for none
     * @return whether, and why not
     */
    Outcome tried(Parcel parcel, @Nullable UUID permitId) {
        return pass(parcel, permitId, false);
    }

    private Outcome pass(Parcel parcel, @Nullable UUID permitId, boolean counted) {
        TransferPermit permit = permitId == null
                ? null
                : permits.find(permitId)
                        .filter(found -> found.subsidiaryId().equals(parcel.subsidiaryId()))
                        .orElse(null);
        try {
            return database.call(connection -> {
                Outcome outcome = decide(parcel, permit);
                if (outcome != Outcome.ALLOWED || !counted) {
                    throw new NotCounted(outcome);
                }
                return outcome;
            });
        } catch (NotCounted e) {
            return e.outcome;
        }
    }

    private Outcome decide(Parcel parcel, @Nullable TransferPermit permit) {
        UUID subsidiary = parcel.subsidiaryId();
        LocalDate today = today(subsidiary);
        Counters since = parcel.data() == DataClass.AGGREGATE
                ? counters.of(subsidiary, today.getYear())
                : counters.count(subsidiary, today.getYear(), parcel.persons(), parcel.data() == DataClass.SENSITIVE);
        return TransferGate.decide(
                rules(subsidiary),
                new Wanted(parcel.country(), parcel.data(), parcel.smallestGroup(), since),
                permit,
                new Day(today, permit != null && assessed(permit, today)));
    }

    private boolean assessed(TransferPermit permit, LocalDate today) {
        return holds(permit.subsidiaryId(), permit.grounds().assessmentId(), today);
    }

    /** Returns whether an impact assessment of a subsidiary is signed and holds. */
    boolean holds(UUID subsidiaryId, UUID assessmentId, LocalDate today) {
        return facts.assessments().of(subsidiaryId).stream()
                .filter(assessment -> assessment.id().equals(assessmentId))
                .anyMatch(assessment -> assessment.signature() != null
                        && !today.isAfter(assessment.signature().validTo()));
    }

    Optional<TransferRules> rules(UUID subsidiaryId) {
        return facts.books().of(subsidiaryId).flatMap(RuleBook::transfers);
    }

    /** Returns how much has left since 1 January. */
    Counters since(UUID subsidiaryId) {
        return counters.of(subsidiaryId, today(subsidiaryId).getYear());
    }

    PermitTable permits() {
        return permits;
    }

    LocalDate today(UUID subsidiaryId) {
        return LocalDate.ofInstant(
                clock.instant(),
                facts.people()
                        .subsidiary(subsidiaryId)
                        .<java.time.ZoneId>map(Subsidiary::timezone)
                        .orElse(ZoneOffset.UTC));
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** Takes the count back with the transaction. */
    private static final class NotCounted extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final Outcome outcome;

        private NotCounted(Outcome outcome) {
            super(outcome.code(), null, false, false);
            this.outcome = outcome;
        }
    }
}
