package org.holdfast.core.risk;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.holdfast.core.signals.Fact;
import org.holdfast.core.signals.Fact.Detail;
import org.holdfast.core.signals.FactCodes;

/** Writes down facts about one person; days are counted back from the end day. */
public final class FactsOf {
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final LocalDate endDay;
    private final List<Fact> facts = new ArrayList<>();

    public FactsOf(LocalDate endDay) {
        this.endDay = endDay;
    }

    public FactsOf hired(int daysAgo) {
        return fact(FactCodes.HIRED, endDay.minusDays(daysAgo), Double.NaN, "", daysAgo);
    }

    public FactsOf signal(String signal, int daysAgo, double value) {
        return fact(signal, endDay.minusDays(daysAgo), value, "", daysAgo);
    }

    public FactsOf text(String signal, int daysAgo, String text) {
        return fact(signal, endDay.minusDays(daysAgo), Double.NaN, text, daysAgo);
    }

    public FactsOf attribute(String code, int daysAgo, double value, String text) {
        return fact(code, endDay.minusDays(daysAgo), value, text, daysAgo);
    }

    /** A résumé update, known the day after. */
    public FactsOf resumeUpdate(int daysAgo) {
        return fact("resume.update", endDay.minusDays(daysAgo), 1, "intention=寻求更高薪资;", daysAgo - 1);
    }

    /** Quarterly ratings, the last one the latest that is known by the end day. */
    public FactsOf ratings(double... values) {
        LocalDate quarter = endDay.withDayOfMonth(1).minusMonths((endDay.getMonthValue() - 1) % 3);
        LocalDate last = quarter.plusMonths(3).minusDays(1);
        while (last.plusDays(20).isAfter(endDay)) {
            last = last.plusDays(1).minusMonths(3).minusDays(1);
        }
        for (int i = 0; i < values.length; i++) {
            LocalDate day =
                    last.plusDays(1).minusMonths(3L * (values.length - 1 - i)).minusDays(1);
            facts.add(new Fact(
                    "performance.rating",
                    day,
                    day.plusDays(20).atStartOfDay(ZONE).toInstant(),
                    values[i],
                    new Detail("hr", "")));
        }
        return this;
    }

    public FactsOf leaves(int... daysAgo) {
        for (int day : daysAgo) {
            signal("attendance.leave_days", day, 1);
        }
        return this;
    }

    public List<Fact> list() {
        return List.copyOf(facts);
    }

    private FactsOf fact(String signal, LocalDate date, double value, String text, int knownDaysAgo) {
        facts.add(new Fact(
                signal,
                date,
                endDay.minusDays(knownDaysAgo).atStartOfDay(ZONE).toInstant(),
                value,
                new Detail("test", text)));
        return this;
    }
}
