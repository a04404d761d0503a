package org.holdfast.core.insight.effect;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.holdfast.core.insight.effect.Flag.Held;

/**
 * A figure of the report and what it is counted from.
 *
 * @param code its code
 * @param median whether it is the median of amounts, else the share of a whole
 * @param basis whose months it follows
 * @param lag how many days after a month it can be counted
 * @param events what it is counted from
 */
record Measure(
        String code, boolean median, Basis basis, ToIntFunction<Facts> lag, Function<Facts, Stream<Event>> events) {
    private static final int WEEK = 7;
    /** Long enough for three days of work over the longest public holidays. */
    private static final int TALK_DAYS = 14;

    /** Which measures there are, as they are shown. */
    static final List<Measure> ALL = List.of(
            opened("imported", facts -> 0, any -> true, (flag, days) -> flag.imported()),
            opened("delivered", facts -> 0, flag -> !flag.imported(), (flag, days) -> flag.delivered()),
            opened("talked", facts -> 0, any -> true, (flag, days) -> flag.talk() != null),
            opened(
                    "talkInTime",
                    facts -> TALK_DAYS,
                    any -> true,
                    (flag, days) -> flag.talk() != null && flag.talk().inTime()),
            new Measure("daysToTalk", true, Basis.TALKED, facts -> 0, Measure::waits),
            new Measure("intentPrecision", false, Basis.TALKED, facts -> 0, Measure::intents),
            new Measure(
                    "undeclared",
                    false,
                    Basis.TALKED,
                    facts -> 0,
                    facts -> talks(facts, held -> held.meansToLeave() == null ? 1 : 0)),
            new Measure(
                    "exitPrecision",
                    false,
                    Basis.OPENED,
                    Facts::horizon,
                    facts -> flags(
                            facts,
                            flag -> !flag.saved(facts.horizon()),
                            flag -> flag.cameTrue(facts.horizon()) ? 1 : 0)),
            opened("saved", Facts::horizon, any -> true, Flag::saved),
            new Measure("recall", false, Basis.LEFT, facts -> 0, Measure::recalls),
            new Measure("leadDays", true, Basis.LEFT, facts -> 0, Measure::leads),
            new Measure(
                    "tooLate",
                    false,
                    Basis.LEFT,
                    facts -> 0,
                    facts -> leads(facts)
                            .map(lead -> new Event(lead.person(), lead.on(), lead.amount() < WEEK ? 1 : 0))),
            retained(30),
            retained(90),
            retained(180),
            retained(365));

    /** Whose months measures follow. Their months are joined in the same way, so that no two tell of few by their difference. */
    enum Basis {
        /** Alerts, by the month they were opened. */
        OPENED,
        /** Alerts with a talk, by the month of the talk. */
        TALKED,
        /** Voluntary leavers since the first alert, by the month of their last day. */
        LEFT;

        Stream<Event> of(Facts facts) {
            return switch (this) {
                case OPENED -> flags(facts, any -> true, any -> 1);
                case TALKED -> talks(facts, any -> 1);
                case LEFT ->
                    leavers(facts).map(worker -> new Event(worker.id(), Objects.requireNonNull(worker.left()), 1));
            };
        }
    }

    @FunctionalInterface
    private interface Hit {
        boolean of(Flag flag, int horizon);
    }

    private static Measure opened(String code, ToIntFunction<Facts> lag, Predicate<Flag> whole, Hit hit) {
        return new Measure(
                code,
                false,
                Basis.OPENED,
                lag,
                facts -> flags(facts, whole, flag -> hit.of(flag, facts.horizon()) ? 1 : 0));
    }

    private static Measure retained(int days) {
        return new Measure(
                "retained" + days,
                false,
                Basis.TALKED,
                facts -> days,
                facts -> facts.flags().stream()
                        .flatMap(flag -> held(flag)
                                .map(held -> new Event(
                                        flag.worker().id(),
                                        held.on(),
                                        flag.worker().hereOn(held.on().plusDays(days)) ? 1 : 0))));
    }

    private static Stream<Event> flags(Facts facts, Predicate<Flag> whole, ToDoubleFunction<Flag> amount) {
        return facts.flags().stream()
                .filter(whole)
                .map(flag -> new Event(flag.worker().id(), flag.opened(), amount.applyAsDouble(flag)));
    }

    private static Stream<Event> talks(Facts facts, ToDoubleFunction<Held> amount) {
        return facts.flags().stream()
                .flatMap(flag ->
                        held(flag).map(held -> new Event(flag.worker().id(), held.on(), amount.applyAsDouble(held))));
    }

    private static Stream<Event> waits(Facts facts) {
        return facts.flags().stream()
                .flatMap(flag -> held(flag)
                        .map(held -> new Event(
                                flag.worker().id(), held.on(), ChronoUnit.DAYS.between(flag.opened(), held.on()))));
    }

    private static Stream<Event> intents(Facts facts) {
        return facts.flags().stream()
                .filter(flag -> flag.talk() != null && flag.talk().meansToLeave() != null)
                .flatMap(flag ->
                        held(flag).map(held -> new Event(flag.worker().id(), held.on(), flag.confirmed() ? 1 : 0)));
    }

    private static Stream<Held> held(Flag flag) {
        return Stream.ofNullable(flag.talk());
    }

    private static Stream<Worker> leavers(Facts facts) {
        LocalDate first = facts.firstAlert().orElse(LocalDate.MAX);
        return facts.workers().stream().filter(worker -> worker.resignedIn(first, facts.today()));
    }

    private static Stream<Event> recalls(Facts facts) {
        Warnings warnings = new Warnings(facts);
        return leavers(facts)
                .map(worker -> new Event(
                        worker.id(),
                        Objects.requireNonNull(worker.left()),
                        warnings.lead(worker).isPresent() ? 1 : 0));
    }

    private static Stream<Event> leads(Facts facts) {
        Warnings warnings = new Warnings(facts);
        return leavers(facts)
                .flatMap(worker -> warnings.lead(worker).stream()
                        .mapToObj(days -> new Event(worker.id(), Objects.requireNonNull(worker.left()), days)));
    }
}
