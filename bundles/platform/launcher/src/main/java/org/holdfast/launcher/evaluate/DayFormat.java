package org.holdfast.launcher.evaluate;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How days are written in a column. Where only a year or a month is written, its first day is meant.
 *
 * @param pattern in the letters of {@link DateTimeFormatter}
 * @param formatter reads it
 */
record DayFormat(String pattern, DateTimeFormatter formatter) {
    /** In this order: where several read all values, the first is taken. */
    private static final List<String> KNOWN = List.of(
            "uuuu-M-d",
            "uuuu/M/d",
            "uuuu.M.d",
            "uuuu-M-d H:m[:s]",
            "uuuu/M/d H:m[:s]",
            "uuuu-M-d'T'H:m[:s]",
            "M/d/uuuu",
            "M/d/uuuu H:m[:s]",
            "M-d-uuuu",
            "d.M.uuuu",
            "d/M/uuuu",
            "d-M-uuuu",
            "uuuu-M",
            "uuuu/M",
            "d-MMM-uuuu",
            "uuuu年M月d日",
            "uuuu年M月");

    /** A year alone is a day only in the column of time; elsewhere it is a number. */
    private static final String YEAR = "uuuu";

    /** Returns the format that reads every word, if one does. */
    static Optional<DayFormat> detected(Collection<String> words) {
        return KNOWN.stream()
                .map(pattern -> of(pattern, ResolverStyle.STRICT))
                .filter(format ->
                        words.stream().allMatch(word -> format.day(word).isPresent()))
                .findFirst();
    }

    /** Returns the format of a column of time: as the user says, else detected, a year alone included. */
    static DayFormat ofTime(String column, Collection<String> words, Optional<String> pattern) {
        if (pattern.isPresent()) {
            return ofUser(pattern.get());
        }
        DayFormat year = of(YEAR, ResolverStyle.STRICT);
        if (words.stream().allMatch(word -> year.day(word).isPresent())) {
            return year;
        }
        return detected(words).orElseThrow(() -> EvaluateFailure.ofContent("problem.noDayFormat", column));
    }

    private static DayFormat ofUser(String pattern) {
        try {
            return of(pattern, ResolverStyle.SMART);
        } catch (IllegalArgumentException e) {
            throw EvaluateFailure.ofUse("problem.pattern", pattern);
        }
    }

    private static DayFormat of(String pattern, ResolverStyle style) {
        DateTimeFormatterBuilder builder =
                new DateTimeFormatterBuilder().parseCaseInsensitive().appendPattern(pattern);
        if (!pattern.contains("d")) {
            builder.parseDefaulting(ChronoField.DAY_OF_MONTH, 1);
        }
        if (!pattern.contains("M")) {
            builder.parseDefaulting(ChronoField.MONTH_OF_YEAR, 1);
        }
        return new DayFormat(pattern, builder.toFormatter(Locale.ENGLISH).withResolverStyle(style));
    }

    Optional<LocalDate> day(String word) {
        try {
            return Optional.of(LocalDate.parse(word, formatter));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** Reads a day the user gives: as in the column, or as ISO writes it. */
    LocalDate required(String option, String word) {
        return day(word)
                .or(() -> of("uuuu-M-d", ResolverStyle.STRICT).day(word))
                .orElseThrow(() -> EvaluateFailure.ofUse("problem.day", option, word, pattern));
    }
}
