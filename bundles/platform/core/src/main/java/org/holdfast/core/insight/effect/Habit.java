package org.holdfast.core.insight.effect;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Stream;
import org.holdfast.core.retention.use.CaseUse;
import org.jspecify.annotations.Nullable;

/**
 * What a team of superiors does with its cases, as a share of them.
 *
 * @param code its code
 * @param lag how many days after a month it can be counted
 * @param events what it is counted from, by superior
 */
record Habit(String code, int lag, Function<UseFacts, Stream<Event>> events) {
    /** Long enough for three days of work over the longest public holidays. */
    private static final int TALK_DAYS = 14;

    private static final int PLAN_DAYS = 30;
    private static final int OUTCOME_DAYS = 60;
    private static final int LOOK_DAYS = 31;

    /** Which there are, as they are shown. */
    static final List<Habit> ALL = List.of(
            cases(
                    "takenOn",
                    TALK_DAYS,
                    (use, zone) -> by(use.dueOn(), use.done().takenOn(), zone)),
            cases("talked", TALK_DAYS, (use, zone) -> by(use.dueOn(), use.done().talk(), zone)),
            cases(
                    "planned",
                    PLAN_DAYS,
                    (use, zone) ->
                            by(day(use, zone).plusDays(PLAN_DAYS), use.done().plan(), zone)),
            cases(
                    "outcome",
                    OUTCOME_DAYS,
                    (use, zone) ->
                            by(day(use, zone).plusDays(OUTCOME_DAYS), use.done().outcome(), zone)),
            new Habit("followedUp", LOOK_DAYS, facts -> facts.looks().stream()));

    private static Habit cases(String code, int lag, BiPredicate<CaseUse, ZoneId> kept) {
        return new Habit(
                code,
                lag,
                facts -> facts.uses().stream()
                        .map(use -> new Event(
                                use.superiorId(), day(use, facts.zone()), kept.test(use, facts.zone()) ? 1 : 0)));
    }

    private static LocalDate day(CaseUse use, ZoneId zone) {
        return LocalDate.ofInstant(use.startedAt(), zone);
    }

    private static boolean by(LocalDate last, @Nullable Instant done, ZoneId zone) {
        return done != null
                && !LocalDate.ofInstant(Objects.requireNonNull(done), zone).isAfter(last);
    }
}
