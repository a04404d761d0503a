package org.holdfast.core.insight.effect;

import java.util.List;
import org.holdfast.core.platform.statistics.Wilson;
import org.jspecify.annotations.Nullable;

/**
 * A figure with what it is counted from. All but the code is null where it would tell of fewer than ten people.
 *
 * @param code which figure
 * @param numerator how many of them; null for a median
 * @param denominator of how many
 * @param value the share, 0 to 1, or the median in days
 * @param low lower end of the share's 95 % Wilson interval; null for a median
 * @param high upper end
 */
public record Figure(
        String code,
        @Nullable Integer numerator,
        @Nullable Integer denominator,
        @Nullable Double value,
        @Nullable Double low,
        @Nullable Double high) {

    /** Returns the figure of a measure from what may be told. */
    static Figure of(Measure measure, List<Event> events) {
        return measure.median() ? median(measure.code(), events) : share(measure.code(), events);
    }

    /**
     * Returns a median from what may be told.
     *
     * @param code which figure
     * @param events what may be told; nothing leaves all but the code null
     * @return the figure
     */
    public static Figure median(String code, List<Event> events) {
        return events.isEmpty()
                ? new Figure(code, null, null, null, null, null)
                : new Figure(code, null, events.size(), median(events), null, null);
    }

    /**
     * Returns a share from what may be told.
     *
     * @param code which figure
     * @param events what may be told, with an amount above zero for those that count
     * @return the figure
     */
    public static Figure share(String code, List<Event> events) {
        if (events.isEmpty()) {
            return new Figure(code, null, null, null, null, null);
        }
        int hits = (int) events.stream().filter(event -> event.amount() > 0).count();
        Wilson interval = Wilson.of(hits, events.size());
        return new Figure(
                code,
                hits,
                events.size(),
                round((double) hits / events.size()),
                round(interval.low()),
                round(interval.high()));
    }

    private static double median(List<Event> events) {
        double[] sorted = events.stream().mapToDouble(Event::amount).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    static double round(double value) {
        return Math.round(10_000 * value) / 10_000.0;
    }
}
