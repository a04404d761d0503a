package org.holdfast.core.risk.features;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.holdfast.core.signals.FactCodes;

/**
 * Everything dated about one person, ready for windows. Immutable; holds personal data, so it lives in memory only and as
 * short as a run.
 */
public final class PersonSeries {
    private static final List<String> OBSERVED =
            List.of("attendance.", "performance.", "work.", "project.", "resume.", "feedback.", "survey.");

    private static final String LEAVE_INTENTION = "survey.leave_intent";

    private final UUID id;
    private final Map<String, Series> numbers;
    private final Map<String, WordSeries> words;

    PersonSeries(UUID id, Map<String, Series> numbers, Map<String, WordSeries> words) {
        this.id = id;
        this.numbers = Map.copyOf(numbers);
        this.words = Map.copyOf(words);
    }

    /**
     * Returns whose it is.
     *
     * @return the person
     */
    public UUID id() {
        return id;
    }

    /** Only who the person works for and since when, which is what colleagues' features need. */
    PersonSeries outline() {
        return new PersonSeries(
                id,
                Map.of(FactCodes.HIRED, series(FactCodes.HIRED), FactCodes.LEFT, series(FactCodes.LEFT)),
                Map.of(FactCodes.MANAGER, words(FactCodes.MANAGER).shared()));
    }

    Series series(String signal) {
        return numbers.getOrDefault(signal, Series.EMPTY);
    }

    WordSeries words(String attribute) {
        return words.getOrDefault(attribute, WordSeries.EMPTY);
    }

    Map<String, Series> all() {
        return numbers;
    }

    /** The latest day of hire known as of a day. */
    OptionalInt hired(int day) {
        Series hired = series(FactCodes.HIRED).asOf(day);
        int rows = hired.upTo(day);
        return rows == 0 ? OptionalInt.empty() : OptionalInt.of(hired.day(rows - 1));
    }

    /** The exit known as of a day, unless the person was hired again since. */
    OptionalInt left(int day) {
        Series left = series(FactCodes.LEFT).asOf(day);
        int rows = left.upTo(day);
        if (rows == 0 || hired(day).orElse(Integer.MIN_VALUE) > left.day(rows - 1)) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(left.day(rows - 1));
    }

    /** Whether the latest exit known as of a day was the person's own wish. */
    boolean leftVoluntarily(int day) {
        Series left = series(FactCodes.LEFT).asOf(day);
        int rows = left.upTo(day);
        return rows > 0 && left.value(rows - 1) > 0.5;
    }

    /** Whether the person was employed as of a day. Who has no day of hire on file counts from the first row on. */
    boolean employed(int day) {
        return employed(day, () -> numbers.values().stream().anyMatch(series -> series.firstSeen() <= day));
    }

    boolean employed(int day, BooleanSupplier anythingSeen) {
        boolean begun = hired(day).isPresent() || (series(FactCodes.HIRED).size() == 0 && anythingSeen.getAsBoolean());
        return begun && left(day).isEmpty();
    }

    /**
     * Returns what became of somebody who was employed on a day.
     *
     * @param origin the day
     * @param days how many days after it count
     * @param knownBy the last day of which outcomes are known
     * @return the outcome
     */
    public ExitWithin exitWithin(LocalDate origin, int days, LocalDate knownBy) {
        int from = Math.toIntExact(origin.toEpochDay());
        Series left = series(FactCodes.LEFT).asOf(Math.toIntExact(knownBy.toEpochDay()));
        int hired = hired(from).orElse(Integer.MIN_VALUE);
        for (int row = 0; row < left.upTo(from + days); row++) {
            if (left.day(row) <= from && left.day(row) >= hired) {
                return ExitWithin.BEFORE;
            }
            if (left.day(row) > from) {
                return left.value(row) > 0.5 ? ExitWithin.VOLUNTARY : ExitWithin.OTHER;
            }
        }
        return ExitWithin.NONE;
    }

    /**
     * Returns what was done so that the person stays.
     *
     * @param knownBy as it was known by the end of that day
     * @return by rising day
     */
    public List<ActionTaken> actions(LocalDate knownBy) {
        return words(FactCodes.ACTION).standing(Math.toIntExact(knownBy.toEpochDay())).stream()
                .map(row -> new ActionTaken(id, LocalDate.ofEpochDay(row.day()), row.word()))
                .toList();
    }

    /**
     * Returns the first day on which a signal about the person could be seen; career and post do not count.
     *
     * @return days since 1970, {@code Integer.MAX_VALUE} for never
     */
    public int firstObserved() {
        return numbers.entrySet().stream()
                .filter(entry -> OBSERVED.stream().anyMatch(entry.getKey()::startsWith))
                .mapToInt(entry -> entry.getValue().firstSeen())
                .min()
                .orElse(Integer.MAX_VALUE);
    }

    /**
     * Returns the same person with further actions that stand in no fact, or in one as well.
     *
     * @param more what was done
     * @return the person
     */
    public PersonSeries with(Collection<ActionTaken> more) {
        Map<String, WordSeries> all = new HashMap<>(words);
        all.put(FactCodes.ACTION, words(FactCodes.ACTION).with(more));
        return new PersonSeries(id, numbers, all);
    }

    /**
     * Returns when the person took a counter-offer.
     *
     * @param knownBy as it was known by the end of that day
     * @return days, rising
     */
    public List<LocalDate> counterOffers(LocalDate knownBy) {
        return days(FactCodes.COUNTER_OFFER, knownBy);
    }

    /**
     * Returns when the person was promoted.
     *
     * @param knownBy as it was known by the end of that day
     * @return days, rising
     */
    public List<LocalDate> promotions(LocalDate knownBy) {
        return days(FactCodes.PROMOTION, knownBy);
    }

    /**
     * Returns what the person answered about the intention to leave.
     *
     * @param knownBy as it was known by the end of that day
     * @return by rising day
     */
    public List<Answer> leaveIntentions(LocalDate knownBy) {
        int day = Math.toIntExact(knownBy.toEpochDay());
        Series series = series(LEAVE_INTENTION).asOf(day);
        return IntStream.range(0, series.upTo(day))
                .mapToObj(row -> new Answer(LocalDate.ofEpochDay(series.day(row)), series.value(row)))
                .toList();
    }

    /**
     * An answer to a survey.
     *
     * @param day when
     * @param value points
     */
    public record Answer(LocalDate day, double value) {}

    private List<LocalDate> days(String signal, LocalDate knownBy) {
        int day = Math.toIntExact(knownBy.toEpochDay());
        Series series = series(signal).asOf(day);
        return IntStream.range(0, series.upTo(day))
                .mapToObj(row -> LocalDate.ofEpochDay(series.day(row)))
                .toList();
    }

    /**
     * Says how long a person was looked at from a day on: until they left, or until the last day that is known.
     *
     * @param from the first day
     * @param knownBy the last day that is known
     * @return how long and why no longer; empty where the person was not there on the first day
     */
    public Optional<LookedAt> lookedAt(LocalDate from, LocalDate knownBy) {
        int first = Math.toIntExact(from.toEpochDay());
        int last = Math.toIntExact(knownBy.toEpochDay());
        int hired = hired(last).orElse(Integer.MIN_VALUE);
        OptionalInt left = left(last);
        if (first > last || hired > first || (left.isPresent() && left.getAsInt() < first)) {
            return Optional.empty();
        }
        int until = left.isPresent() ? left.getAsInt() : last;
        return Optional.of(new LookedAt(until - first, left.isPresent() && leftVoluntarily(last)));
    }

    /**
     * How long somebody was looked at.
     *
     * @param days how many days
     * @param leftVoluntarily whether they then left of their own wish
     */
    public record LookedAt(int days, boolean leftVoluntarily) {}

    /**
     * Something that was done so that a person stays.
     *
     * @param personId the person
     * @param day the day it was done
     * @param kind what was done, as it was reported
     */
    public record ActionTaken(UUID personId, LocalDate day, String kind) {}

    /** What became of somebody within a horizon. */
    public enum ExitWithin {
        /** Stayed. */
        NONE,
        /** Left of the person's own wish. */
        VOLUNTARY,
        /** Left otherwise: dismissed, retired. */
        OTHER,
        /** Had left before, as became known later. */
        BEFORE
    }
}
