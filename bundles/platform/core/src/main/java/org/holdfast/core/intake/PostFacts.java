package org.holdfast.core.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.holdfast.core.people.Employee;
import org.holdfast.core.people.Employee.Status;
import org.holdfast.core.signals.Fact;
import org.holdfast.core.signals.Fact.Detail;
import org.holdfast.core.signals.FactCodes;
import org.holdfast.core.signals.SignalAppender.Arrival;
import org.jspecify.annotations.Nullable;

/**
 * The facts that follow from a person's record. What is seen for the first time holds and was known since the day of
 * hire, an exit since its day, unless the file says when it was known; a later change holds since it was known.
 */
final class PostFacts {
    private static final String SOURCE = "employees";

    private final ZoneId zone;
    private final Instant now;
    private final boolean said;

    /** Takes the moment of the import, or the one the file said. */
    PostFacts(ZoneId zone, Instant now, boolean said) {
        this.zone = zone;
        this.now = now;
        this.said = said;
    }

    List<Arrival> of(@Nullable Employee before, Employee after) {
        Facts facts = new Facts(before, after);
        LocalDate hired = after.terms().hireDate();
        if (hired != null && (before == null || !hired.equals(before.terms().hireDate()))) {
            facts.add(FactCodes.HIRED, hired, 1, "");
        }
        facts.word(FactCodes.DEPARTMENT, id(before == null ? null : before.departmentId()), id(after.departmentId()));
        facts.word(FactCodes.MANAGER, id(before == null ? null : before.managerId()), id(after.managerId()));
        post(facts, before == null ? NOTHING : before.post(), after.post());
        terms(facts, before == null ? NO_TERMS : before.terms(), after.terms());
        exit(facts, before, after);
        return facts.arrivals;
    }

    /** Returns the fact of a superior that was connected after the row itself. */
    List<Arrival> ofManager(Employee after, boolean fresh) {
        Facts facts = new Facts(fresh ? null : after, after);
        facts.word(FactCodes.MANAGER, "", id(after.managerId()));
        return facts.arrivals;
    }

    static Employee under(Employee employee, @Nullable UUID managerId) {
        return new Employee(
                employee.id(),
                employee.subsidiaryId(),
                employee.departmentId(),
                managerId,
                employee.status(),
                employee.contact(),
                employee.post(),
                employee.terms(),
                employee.exit());
    }

    private static final Employee.Post NOTHING = new Employee.Post("", "", "", false, Double.NaN, "");
    private static final Employee.Terms NO_TERMS = new Employee.Terms(null, null, Double.NaN, "");

    private static void post(Facts facts, Employee.Post before, Employee.Post after) {
        facts.word(FactCodes.POSITION, before.position(), after.position());
        facts.word(FactCodes.FAMILY, before.family(), after.family());
        facts.word(FactCodes.GRADE, before.grade(), after.grade());
        facts.word(FactCodes.LOCATION, before.location(), after.location());
        if (before.keyPost() != after.keyPost()) {
            facts.add(FactCodes.KEY_POST, facts.since, after.keyPost() ? 1 : 0, "");
        }
        if (Double.compare(before.revenueShare(), after.revenueShare()) != 0) {
            facts.add(FactCodes.REVENUE_SHARE, facts.since, after.revenueShare(), "");
        }
    }

    private static void terms(Facts facts, Employee.Terms before, Employee.Terms after) {
        LocalDate end = after.contractEnd();
        if (end != null && !end.equals(before.contractEnd())) {
            facts.add(FactCodes.CONTRACT_END, facts.since, (double) end.toEpochDay(), "");
        }
        boolean samePay = Double.compare(before.basePay(), after.basePay()) == 0
                && before.currency().equals(after.currency());
        if (!samePay && !Double.isNaN(after.basePay())) {
            facts.add(FactCodes.BASE_PAY, facts.since, after.basePay(), after.currency());
        }
    }

    private static void exit(Facts facts, @Nullable Employee before, Employee after) {
        Employee.Exit former = before != null && before.status() == Status.LEFT ? before.exit() : Employee.Exit.NONE;
        LocalDate formerDate = former.date();
        LocalDate date = after.exit().date();
        if (after.status() == Status.LEFT && date != null) {
            if (!after.exit().equals(former)) {
                double voluntary = after.exit().type().equals("voluntary") ? 1 : 0;
                facts.add(
                        FactCodes.LEFT,
                        date,
                        voluntary,
                        after.exit().type() + ':' + after.exit().reason());
            }
        } else if (formerDate != null) {
            facts.add(FactCodes.LEFT, formerDate, Double.NaN, "");
        }
    }

    private static String id(@Nullable UUID id) {
        return id == null ? "" : id.toString();
    }

    /** Collects facts of one person. */
    private final class Facts {
        private final List<Arrival> arrivals = new ArrayList<>();
        private final boolean fresh;
        private final LocalDate since;

        Facts(@Nullable Employee before, Employee after) {
            LocalDate hired = after.terms().hireDate();
            this.fresh = before == null && hired != null;
            LocalDate today = now.atZone(zone).toLocalDate();
            this.since = fresh && hired != null ? hired : today;
        }

        void word(String code, String before, String after) {
            if (!before.equals(after)) {
                add(code, since, Double.NaN, after);
            }
        }

        void add(String code, LocalDate date, double value, String text) {
            Instant knownAt = fresh && !said ? date.atStartOfDay(zone).toInstant() : now;
            arrivals.add(arrival(code, date, knownAt, new Value(value, text)));
        }

        private Arrival arrival(String code, LocalDate date, Instant knownAt, Value value) {
            return new Arrival(
                    new Fact(code, date, knownAt, value.number(), new Detail(SOURCE, value.text())), said || !fresh);
        }
    }

    private record Value(double number, String text) {}
}
