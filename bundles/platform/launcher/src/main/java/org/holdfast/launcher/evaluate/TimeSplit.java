package org.holdfast.launcher.evaluate;

import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.holdfast.api.engine.EvaluationProtocol;
import org.holdfast.api.engine.EvaluationProtocol.Round;

/**
 * Trains on the past, tests on what came later. A row is trained on only if its outcome was known when the test window
 * began: its day plus one horizon is not after the window's first day.
 */
final class TimeSplit {
    private final List<LocalDate> days;
    private final LocalDate from;
    private final LocalDate to;
    private final Optional<Period> horizon;

    private TimeSplit(List<LocalDate> days, LocalDate from, LocalDate to, Optional<Period> horizon) {
        this.days = days;
        this.from = from;
        this.to = to;
        this.horizon = horizon;
    }

    /**
     * What the user asks for.
     *
     * @param column the column of time
     * @param format its pattern, detected where absent
     * @param from first day of the test window, the last period's where absent
     * @param to last day of the test window, the table's where absent
     * @param horizon how long after its day a row's outcome is known; without one the next day
     */
    record Request(
            String column,
            Optional<String> format,
            Optional<String> from,
            Optional<String> to,
            Optional<Period> horizon) {}

    static TimeSplit of(Request request, List<String> words) {
        DayFormat format = DayFormat.ofTime(request.column, new TreeSet<>(words), request.format);
        LocalDate[] days = new LocalDate[words.size()];
        for (int row = 0; row < days.length; row++) {
            int at = row;
            days[row] = format.day(words.get(row))
                    .orElseThrow(
                            () -> EvaluateFailure.ofContent("problem.noDay", at, request.column, format.pattern()));
        }
        List<LocalDate> all = List.of(days);
        LocalDate to =
                request.to.map(word -> format.required("--test-to", word)).orElse(Collections.max(all));
        LocalDate from =
                request.from.map(word -> format.required("--test-from", word)).orElseGet(() -> lastPeriod(all, to));
        return new TimeSplit(all, from, to, request.horizon);
    }

    /** Returns the first day of the last period: of the year in a table of years, else of the month. */
    private static LocalDate lastPeriod(List<LocalDate> days, LocalDate to) {
        boolean years = days.stream().allMatch(day -> day.getDayOfYear() == 1);
        return years ? to.withDayOfYear(1) : YearMonth.from(to).atDay(1);
    }

    EvaluationProtocol protocol(long seed) {
        int[] train = IntStream.range(0, days.size())
                .filter(row -> known(days.get(row)))
                .boxed()
                .sorted(Comparator.comparing(days::get))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] test = IntStream.range(0, days.size())
                .filter(row -> !days.get(row).isBefore(from) && !days.get(row).isAfter(to))
                .toArray();
        if (train.length == 0 || test.length == 0) {
            throw EvaluateFailure.ofUse(
                    "problem.emptyWindow", from.toString(), to.toString(), train.length, test.length);
        }
        LocalDate last = Arrays.stream(train)
                .mapToObj(days::get)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        String name =
                "train to " + last + " (" + train.length + " rows), test " + from + " to " + to + " (" + test.length
                        + " rows), embargo " + horizon.map(Period::toString).orElse("none");
        return new EvaluationProtocol(name, List.of(new Round(0, train, test)), true, seed);
    }

    private boolean known(LocalDate day) {
        return horizon.map(length -> !day.plus(length).isAfter(from)).orElseGet(() -> day.isBefore(from))
                && day.isBefore(from);
    }
}
