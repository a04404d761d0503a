package org.holdfast.core.offboarding.settlement;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.offboarding.labour.ExitLaw;
import org.holdfast.core.offboarding.settlement.ExitFacts.ExitFact;
import org.holdfast.core.people.Employee;
import org.holdfast.core.people.People;
import org.holdfast.core.platform.rest.RestException;
import org.jspecify.annotations.Nullable;

/**
 * What HR does with settlements: says what they are computed from, agrees on them, hands them over to finance. A draft is computed
 * whenever somebody looks; what was agreed on stays as it was. Safe for use from many threads.
 */
final class SettlementDesk {
    private final SettlementTable table;
    private final LocalWageTable wages;
    private final World world;

    SettlementDesk(SettlementTable table, LocalWageTable wages, World world) {
        this.table = table;
        this.wages = wages;
        this.world = world;
    }

    /** What is around settlements. */
    record World(ExitFacts facts, ExitLaw law, People people, Clock clock) {}

    /**
     * A case with everything that its sheet is computed from.
     *
     * @param id the case
     * @param fact who leaves, how and when
     * @param law what holds; null where no rules say anything of this kind of ending
     * @param entries the versions, the first one first
     * @param now the sheet as it would be computed now; null without rules
     */
    record Settlement(
            UUID id,
            ExitFact fact,
            ExitLaw.@Nullable Law law,
            List<Entry> entries,
            @Nullable Sheet now) {

        int version() {
            return entries.size();
        }

        SettlementState state() {
            return entries.isEmpty()
                    ? SettlementState.DRAFT
                    : entries.get(entries.size() - 1).state();
        }

        Inputs inputs() {
            return entries.isEmpty()
                    ? Inputs.NONE
                    : entries.get(entries.size() - 1).content().inputs();
        }

        /** Returns what was agreed on, with what waits as it waits today; what would be computed now for a draft. */
        @Nullable
        Sheet shown() {
            Sheet agreed = entries.isEmpty()
                    ? null
                    : entries.get(entries.size() - 1).content().sheet();
            if (agreed == null) {
                return now;
            }
            return fact.handedOver() ? agreed.released() : agreed;
        }

        /** Says whether what was agreed on is not what would be computed today. */
        boolean outdated() {
            Sheet agreed = shown();
            return state() != SettlementState.DRAFT && agreed != null && !agreed.sameAmounts(now);
        }
    }

    Settlement find(UUID offboardingId, Visibility caller) {
        ExitFact fact = world.facts().of(offboardingId).orElseThrow(RestException::notFound);
        caller.requirePerson(fact.subsidiaryId(), fact.personId());
        Employee employee = world.people().employee(fact.personId()).orElseThrow(RestException::notFound);
        Optional<ExitLaw.Law> law = world.law()
                .law(fact.subsidiaryId())
                .filter(one -> one.rules().ending(fact.kind()).isPresent());
        List<Entry> entries = table.ofCase(offboardingId);
        Settlement found = new Settlement(offboardingId, fact, law.orElse(null), entries, null);
        return new Settlement(
                offboardingId,
                fact,
                law.orElse(null),
                entries,
                law.map(one -> compute(one, fact, employee, found.inputs())).orElse(null));
    }

    /** Says what a sheet is computed from. One that was agreed on is a draft again. */
    void change(Settlement settlement, SettlementFields fields, Visibility caller) {
        ExitLaw.Law law = settlement.law();
        if (law == null) {
            throw RestException.of(
                    SettlementError.SETTLEMENT_NO_RULES, "No labour rules say what is owed for this kind of ending.");
        }
        SettlementForm form = new SettlementForm(
                settlement.fact().lastDay(), law.rules().settlement().currency());
        Inputs inputs = form.read(fields);
        requireVersion(settlement, fields.version());
        append(settlement, SettlementState.DRAFT, new Entry.Content(name(caller), inputs, null));
    }

    /** Agrees on a sheet with the sums that were read. */
    void agree(Settlement settlement, SettlementsResource.Agreement agreement, Visibility caller) {
        requireVersion(settlement, agreement.version());
        requireState(settlement, SettlementState.DRAFT);
        Sheet sheet = settlement.now();
        if (sheet == null || settlement.version() == 0 || !sheet.wanted().isEmpty()) {
            throw RestException.of(SettlementError.SETTLEMENT_INCOMPLETE, "The settlement is not complete.");
        }
        if (differs("due", agreement.due(), sheet.due()) || differs("held", agreement.held(), sheet.held())) {
            throw RestException.of(
                    SettlementError.SETTLEMENT_SUMS_CHANGED, "The sums have changed since they were read.");
        }
        append(settlement, SettlementState.AGREED, new Entry.Content(name(caller), settlement.inputs(), sheet));
    }

    /** Notes that finance has an agreed sheet. */
    void handOver(Settlement settlement, @Nullable Integer version, Visibility caller) {
        requireVersion(settlement, version);
        requireState(settlement, SettlementState.AGREED);
        Sheet agreed =
                settlement.entries().get(settlement.version() - 1).content().sheet();
        append(settlement, SettlementState.HANDED_OVER, new Entry.Content(name(caller), settlement.inputs(), agreed));
    }

    private Sheet compute(ExitLaw.Law law, ExitFact fact, Employee employee, Inputs inputs) {
        LocalDate hired = employee.terms().hireDate();
        if (hired == null || fact.lastDay().isBefore(hired)) {
            return Sheet.lacking(law, Wanted.HIRE_DATE);
        }
        Question.Facts facts = new Question.Facts(
                fact.kind(), hired, fact.lastDay(), earliest(fact, employee, hired), fact.handedOver());
        LocalWage wage = inputs.place().isEmpty()
                ? null
                : wages.of(law.country(), inputs.place(), fact.lastDay()).orElse(null);
        return Sheet.of(new Question(law, facts, inputs, wage));
    }

    private @Nullable LocalDate earliest(ExitFact fact, Employee employee, LocalDate hired) {
        LocalDate given = fact.noticeDay();
        if (given == null) {
            return null;
        }
        ExitLaw.Employment employment =
                new ExitLaw.Employment(hired, null, employee.terms().contractEnd());
        return world.law()
                .notice(fact.subsidiaryId(), fact.kind(), given, employment)
                .map(ExitLaw.Notice::earliestLastDay)
                .orElse(null);
    }

    private void append(Settlement settlement, SettlementState state, Entry.Content content) {
        Entry entry = new Entry(
                settlement.id(),
                settlement.fact().subsidiaryId(),
                settlement.fact().personId(),
                settlement.version() + 1,
                state,
                world.clock().instant(),
                content);
        if (!table.append(entry)) {
            throw changed();
        }
    }

    private static void requireVersion(Settlement settlement, @Nullable Integer version) {
        if (version == null) {
            throw RestException.invalid("version", "missing");
        }
        if (version != settlement.version()) {
            throw changed();
        }
    }

    private static void requireState(Settlement settlement, SettlementState state) {
        if (settlement.state() != state) {
            throw RestException.of(
                    SettlementError.SETTLEMENT_STATE,
                    "The settlement was agreed on or handed over already, or not yet.");
        }
    }

    private static boolean differs(String field, @Nullable BigDecimal read, BigDecimal sum) {
        if (read == null) {
            throw RestException.invalid(field, "missing");
        }
        return read.compareTo(sum) != 0;
    }

    private static RestException changed() {
        return RestException.of(SettlementError.SETTLEMENT_CHANGED, "Somebody else has changed the settlement.");
    }

    private static String name(Visibility caller) {
        return caller.caller().name();
    }
}
