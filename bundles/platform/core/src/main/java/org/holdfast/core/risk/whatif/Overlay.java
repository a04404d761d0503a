package org.holdfast.core.risk.whatif;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.holdfast.core.risk.whatif.Change.Signals;
import org.holdfast.core.signals.Fact;
import org.holdfast.core.signals.Fact.Detail;
import org.holdfast.core.signals.FactCodes;
import org.holdfast.core.signals.FactHistory;

/**
 * Lays changes over the facts about a person, in memory only: pay, promotion and training as facts of the day; overtime and
 * project as if they had long been so, because the step from much overtime to little is what a model knows of people who
 * are about to leave.
 */
final class Overlay implements UnaryOperator<List<Fact>> {
    private static final int DAYS = 30;
    private static final Detail IMAGINED = new Detail("what-if", "");

    private final Changes changes;
    private final LocalDate day;
    private final Instant known;

    /**
     * Creates it.
     *
     * @param changes what is changed
     * @param day on which day
     * @param zone the subsidiary's time zone
     */
    Overlay(Changes changes, LocalDate day, ZoneId zone) {
        this.changes = changes;
        this.day = day;
        // After everything that was known that day, so that a change of pay is the last one of the day.
        this.known = day.plusDays(1).atStartOfDay(zone).toInstant().minusMillis(1);
    }

    @Override
    public List<Fact> apply(List<Fact> facts) {
        List<Fact> changed = new ArrayList<>(facts);
        if (has(Change.PROJECT)) {
            changed.removeIf(fact -> fact.signal().equals(Signals.DELAY));
        }
        if (has(Change.OVERTIME)) {
            capOvertime(changed);
        }
        if (has(Change.PAY)) {
            changed.add(today(FactCodes.BASE_PAY, changes.pay()));
            changed.add(today(Signals.PAY_CHANGE, changes.pay()));
        }
        if (has(Change.PROMOTION)) {
            changed.add(today(Signals.PROMOTION, 1));
        }
        if (has(Change.TRAINING)) {
            changed.add(today(Signals.TRAINING, 1));
        }
        return changed;
    }

    private boolean has(Change change) {
        return changes.kinds().contains(change);
    }

    private Fact today(String signal, double value) {
        return new Fact(signal, day, known, value, IMAGINED);
    }

    /** Shrinks the overtime of each 30 days, counted back from the day, to what is allowed. */
    private void capOvertime(List<Fact> facts) {
        Map<Long, Double> hours = new HashMap<>();
        FactHistory.knownBy(facts, known).stream()
                .filter(this::isOvertime)
                .forEach(fact -> hours.merge(block(fact), fact.value(), Double::sum));
        facts.replaceAll(fact -> {
            double sum = isOvertime(fact) ? hours.getOrDefault(block(fact), 0.0) : 0;
            return sum > changes.overtimeAtMost() ? scaled(fact, changes.overtimeAtMost() / sum) : fact;
        });
    }

    private boolean isOvertime(Fact fact) {
        return fact.signal().equals(Signals.OVERTIME) && !fact.date().isAfter(day) && !Double.isNaN(fact.value());
    }

    private long block(Fact fact) {
        return ChronoUnit.DAYS.between(fact.date(), day) / DAYS;
    }

    private static Fact scaled(Fact fact, double factor) {
        return new Fact(fact.signal(), fact.date(), fact.knownAt(), fact.value() * factor, fact.detail());
    }
}
