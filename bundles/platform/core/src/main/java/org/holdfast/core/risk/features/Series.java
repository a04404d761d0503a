package org.holdfast.core.risk.features;

import java.util.Arrays;
import java.util.List;

/**
 * The rows of one signal of one person by rising day, with running sums, so that any window is two look-ups.
 *
 * <p>Days are days since 1970. A row is visible as of a day when its own day and the day it became known have come and
 * no correction of it has become known. Immutable.
 */
final class Series {
    static final Series EMPTY = new Series(List.of());

    private final int[] days;
    private final int[] known;
    private final int[] until;
    private final double[] values;
    private final double[] sums;
    private final int[] latestKnown;
    private final int[] earliestUntil;

    /**
     * Builds the series.
     *
     * @param rows by rising day
     */
    Series(List<Row> rows) {
        int n = rows.size();
        days = new int[n];
        known = new int[n];
        until = new int[n];
        values = new double[n];
        sums = new double[n + 1];
        latestKnown = new int[n];
        earliestUntil = new int[n];
        for (int i = 0; i < n; i++) {
            Row row = rows.get(i);
            days[i] = row.day();
            known[i] = row.known();
            until[i] = row.until();
            values[i] = row.value();
            sums[i + 1] = sums[i] + row.value();
            latestKnown[i] = i == 0 ? row.known() : Math.max(latestKnown[i - 1], row.known());
            earliestUntil[i] = i == 0 ? row.until() : Math.min(earliestUntil[i - 1], row.until());
        }
    }

    /** What of it was visible as of a day. The same object where all of it up to that day was. */
    Series asOf(int day) {
        int to = upTo(day);
        if (to == 0 || (latestKnown[to - 1] <= day && earliestUntil[to - 1] > day)) {
            return this;
        }
        Row[] rows = new Row[to];
        int kept = 0;
        for (int i = 0; i < to; i++) {
            if (known[i] <= day && until[i] > day) {
                rows[kept++] = new Row(days[i], known[i], Integer.MAX_VALUE, values[i]);
            }
        }
        return new Series(Arrays.asList(rows).subList(0, kept));
    }

    /** How many rows lie on or before a day. */
    int upTo(int day) {
        int low = 0;
        int high = days.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (days[middle] <= day) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    double sum(int from, int to) {
        return sums[to] - sums[from];
    }

    double value(int row) {
        return values[row];
    }

    int day(int row) {
        return days[row];
    }

    /** The first day on which any row could be seen, or {@code Integer.MAX_VALUE}. */
    int firstSeen() {
        int first = Integer.MAX_VALUE;
        for (int i = 0; i < days.length; i++) {
            first = Math.min(first, Math.max(days[i], known[i]));
        }
        return first;
    }

    int size() {
        return days.length;
    }

    /**
     * One row.
     *
     * @param day the day it is about
     * @param known the day it became known
     * @param until the day a correction of it became known, {@code Integer.MAX_VALUE} for none
     * @param value its value
     */
    record Row(int day, int known, int until, double value) {}
}
