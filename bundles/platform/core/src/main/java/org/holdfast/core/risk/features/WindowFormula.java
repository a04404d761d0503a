package org.holdfast.core.risk.features;

import org.holdfast.api.industry.Aggregation;
import org.holdfast.api.industry.FeatureDefinition;
import org.holdfast.api.signal.SignalKind;

/** Computes the aggregations of {@link Aggregation} as of a day over a series of which all is visible. */
final class WindowFormula {
    private final Series series;
    private final SignalKind kind;
    private final int day;
    private final Observed observed;

    WindowFormula(Series series, SignalKind kind, int day, Observed observed) {
        this.series = series;
        this.kind = kind;
        this.day = day;
        this.observed = observed;
    }

    double value(FeatureDefinition feature) {
        int window = feature.windowDays();
        return switch (feature.aggregation()) {
            case LAST -> last(window);
            case SUM -> sum(0, window);
            case MEAN -> mean(0, window);
            case COUNT -> count(0, window);
            case CHANGE_OF_SUM -> changeOfSum(window);
            case CHANGE_OF_MEAN -> relative(mean(0, window), mean(1, window));
            case CHANGE_OF_LEVEL -> relative(last(0), levelBefore(window));
            case FALLING_WINDOWS -> fallingWindows(window);
            case DAYS_SINCE -> daysSince(window);
        };
    }

    double last(int window) {
        int to = series.upTo(day);
        boolean there = to > 0 && (window == 0 || series.day(to - 1) > day - window);
        return there ? series.value(to - 1) : Double.NaN;
    }

    /** The latest value that is at least one window older than the latest one. */
    double levelBefore(int window) {
        int to = series.upTo(day);
        if (to == 0) {
            return Double.NaN;
        }
        int before = series.upTo(series.day(to - 1) - window);
        return before == 0 ? Double.NaN : series.value(before - 1);
    }

    /** The sum of the window that lies so many windows back; zero counts only where somebody was looking. */
    double sum(int back, int window) {
        int from = from(back, window);
        int to = to(back, window);
        if (from == to && !zeroCounts(back, window)) {
            return Double.NaN;
        }
        return series.sum(from, to);
    }

    double count(int back, int window) {
        int rows = to(back, window) - from(back, window);
        return rows == 0 && !zeroCounts(back, window) ? Double.NaN : rows;
    }

    double mean(int back, int window) {
        int from = from(back, window);
        int to = to(back, window);
        return from == to ? Double.NaN : series.sum(from, to) / (to - from);
    }

    private double changeOfSum(int window) {
        double before = sum(1, window);
        if (observed.hiredOn() > day - 2 * window + 1) {
            return Double.NaN;
        }
        return (sum(0, window) - before) / Math.max(1, Math.abs(before));
    }

    private double fallingWindows(int window) {
        double newer = level(0, window);
        if (Double.isNaN(newer)) {
            return Double.NaN;
        }
        int falls = 0;
        while ((falls + 2) * window <= FeatureDefinition.MAX_WINDOW_DAYS
                && observed.hiredOn() <= day - (falls + 2) * window + 1) {
            double older = level(falls + 1, window);
            if (!(newer < older)) {
                break;
            }
            newer = older;
            falls++;
        }
        return falls;
    }

    private double level(int back, int window) {
        return kind == SignalKind.LEVEL ? mean(back, window) : sum(back, window);
    }

    private double daysSince(int window) {
        int to = series.upTo(day);
        boolean there = to > 0 && (window == 0 || series.day(to - 1) > day - window);
        return there ? day - series.day(to - 1) : Double.NaN;
    }

    /** Zero is an observation where the source had delivered by the end of the window. */
    private boolean zeroCounts(int back, int window) {
        return kind != SignalKind.LEVEL && observed.deliveredFrom() <= day - back * window;
    }

    private int from(int back, int window) {
        return series.upTo(day - (back + 1) * window);
    }

    private int to(int back, int window) {
        return series.upTo(day - back * window);
    }

    private static double relative(double now, double before) {
        return before == 0 ? Double.NaN : (now - before) / Math.abs(before);
    }

    /**
     * Since when somebody was looking.
     *
     * @param deliveredFrom first day on which a source of the subsidiary had delivered the signal, or
     *     {@code Integer.MAX_VALUE}
     * @param hiredOn the person's day of hire, or {@code Integer.MIN_VALUE} where not known
     */
    record Observed(int deliveredFrom, int hiredOn) {}
}
