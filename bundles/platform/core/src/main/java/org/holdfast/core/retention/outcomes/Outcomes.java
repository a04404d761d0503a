package org.holdfast.core.retention.outcomes;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.holdfast.core.people.Employee;
import org.holdfast.core.retention.cases.CaseState;
import org.holdfast.core.retention.cases.RetentionCase;
import org.jspecify.annotations.Nullable;

/** What came of cases, for who counts it and learns of it. Safe for use from many threads. */
public final class Outcomes {
    /** For how long a case is linked to the exit that follows. */
    static final int LINKED_DAYS = 365;
    /** For how long after its end somebody is reminded of an imported case: until a month after the last look. */
    static final int REMINDED_DAYS = LINKED_DAYS + 30;

    private final OutcomeTable table;
    private final Firm firm;

    Outcomes(OutcomeTable table, Firm firm) {
        this.table = table;
        this.firm = firm;
    }

    /**
     * What came of a case.
     *
     * @param caseId the case
     * @param personId the person
     * @param outcome {@code retained}, {@code moved}, {@code decided}, or {@code left} where nothing was recorded before
     * @param on the day of it; null where the day of the exit is not known
     * @param exit the exit that followed within a year, null for none
     * @param followUps how it went on; empty unless somebody stayed
     */
    public record Outcome(
            UUID caseId,
            UUID personId,
            String outcome,
            @Nullable LocalDate on,
            @Nullable Exit exit,
            List<FollowUp> followUps) {

        /** Copies the list. */
        public Outcome {
            followUps = List.copyOf(followUps);
        }
    }

    /**
     * The exit that followed.
     *
     * @param leftOn the last day, null where it is not known
     * @param type {@code voluntary}, {@code involuntary}, {@code retirement}, {@code other} or empty
     * @param days how many days after the outcome, or after the case was closed; null where that is not known
     */
    public record Exit(
            @Nullable LocalDate leftOn,
            String type,
            @Nullable Long days) {}

    /**
     * Returns what came of a case.
     *
     * @param caseId the case
     * @return the outcome; empty while there is none
     */
    public Optional<Outcome> of(UUID caseId) {
        return firm.cases().find(caseId).flatMap(one -> of(one, table.of(caseId)));
    }

    /**
     * Returns what came of all cases in which somebody recorded it, without imported ones that nobody looks after any more.
     *
     * @return the outcomes in any order
     */
    public List<Outcome> recorded() {
        return table.cases(firm.now().minus(REMINDED_DAYS, ChronoUnit.DAYS)).stream()
                .flatMap(id -> of(id).stream())
                .toList();
    }

    /** Says whether the last outcome about a person, of whichever case, is that the firm does not negotiate any more. */
    boolean decided(UUID personId) {
        Map<UUID, Entry> last = new HashMap<>();
        table.ofPerson(personId).stream()
                .filter(entry -> entry.words().what().outcome())
                .forEach(entry -> last.put(entry.caseId(), entry));
        // By its day: what is imported is recorded later than what came after it.
        return last.values().stream()
                .max(Comparator.comparing((Entry entry) -> entry.words().on()).thenComparing(Entry::recordedAt))
                .filter(entry -> entry.words().what() == Entry.What.DECIDED)
                .isPresent();
    }

    Optional<Outcome> of(RetentionCase one, List<Entry> entries) {
        Optional<Entry> last = last(entries);
        LocalDate since = last.map(entry -> entry.words().on()).orElseGet(() -> closedOn(one));
        Exit exit = firm.exit(one.personId())
                .flatMap(known -> linked(one, known, since))
                .orElse(null);
        if (last.isEmpty()) {
            return Optional.ofNullable(exit)
                    .map(left -> new Outcome(one.id(), one.personId(), "left", left.leftOn(), left, List.of()));
        }
        Entry.What what = last.get().words().what();
        List<FollowUp> next = what.followed() ? followUps(one, last.get(), entries) : List.of();
        return Optional.of(new Outcome(
                one.id(), one.personId(), what.code(), last.get().words().on(), exit, next));
    }

    /** The last outcome is the one that stands. */
    static Optional<Entry> last(List<Entry> entries) {
        return entries.stream().filter(entry -> entry.words().what().outcome()).reduce((first, second) -> second);
    }

    /** Returns after how many days somebody has looked. */
    static Set<Integer> looked(List<Entry> entries) {
        return entries.stream()
                .filter(entry -> !entry.words().what().outcome())
                .map(entry -> entry.words().days())
                .collect(Collectors.toSet());
    }

    private List<FollowUp> followUps(RetentionCase one, Entry outcome, List<Entry> entries) {
        Optional<Employee.Exit> left = firm.exit(one.personId());
        FollowUp.Known known = new FollowUp.Known(
                firm.today(one.subsidiaryId()),
                left.isPresent(),
                left.map(Employee.Exit::date).orElse(null),
                looked(entries),
                one.imported() ? firm.day(one.subsidiaryId(), outcome.recordedAt()) : null);
        return FollowUp.after(outcome.words().on(), firm.calendar(one.subsidiaryId()), known);
    }

    /** Somebody who came back and left again years later did not leave because of this case. */
    private Optional<Exit> linked(RetentionCase one, Employee.Exit exit, @Nullable LocalDate since) {
        LocalDate leftOn = exit.date();
        if (leftOn == null) {
            return Optional.of(new Exit(null, exit.type(), null));
        }
        boolean after =
                !leftOn.isBefore(firm.day(one.subsidiaryId(), one.times().openedAt()));
        boolean within = since == null || !leftOn.isAfter(since.plusDays(LINKED_DAYS));
        Long days = since == null ? null : Long.valueOf(ChronoUnit.DAYS.between(since, leftOn));
        return after && within ? Optional.of(new Exit(leftOn, exit.type(), days)) : Optional.empty();
    }

    private @Nullable LocalDate closedOn(RetentionCase one) {
        return one.state() == CaseState.CLOSED && one.times().closedAt() != null
                ? firm.day(one.subsidiaryId(), one.times().closedAt())
                : null;
    }
}
