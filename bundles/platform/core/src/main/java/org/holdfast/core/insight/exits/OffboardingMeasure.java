package org.holdfast.core.insight.exits;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.holdfast.core.insight.effect.Blocks;
import org.holdfast.core.insight.effect.Event;
import org.holdfast.core.insight.effect.Figure;
import org.holdfast.core.insight.exits.OffboardingFacts.Done;
import org.holdfast.core.offboarding.cases.CaseFigures.CaseFigure;
import org.holdfast.core.offboarding.cases.CaseFigures.TaskFigure;
import org.holdfast.core.offboarding.cases.ExitCases.Stage;
import org.holdfast.core.offboarding.flows.FlowStep;

/**
 * A figure of the report and what it is counted from.
 *
 * @param code its code
 * @param median whether it is the median of amounts, else the share of a whole
 * @param basis whose months it follows
 * @param lag how many days after a month it can be counted
 * @param events what it is counted from
 */
record OffboardingMeasure(
        String code, boolean median, Basis basis, int lag, Function<OffboardingFacts, Stream<Event>> events) {
    private static final double TWO_DAYS = 16;
    /** Files and social insurance are transferred within fifteen days; the other half of a month is for those who are late. */
    private static final int TO_FINISH = 31;

    /** Whose months measures follow. Their months are joined in the same way, so that no two tell of few by their difference. */
    enum Basis {
        /** Cases, by the last day, or the day on which the person stayed. */
        DECIDED,
        /** Cases of those who did not stay, by the last day. */
        LEFT,
        /** What had to come back, by its day. */
        DUE;

        private Stream<Event> of(OffboardingFacts facts) {
            return switch (this) {
                case DECIDED -> decided(facts, any -> true);
                case LEFT -> left(facts, any -> true);
                case DUE -> due(facts);
            };
        }
    }

    /** Which measures there are of all steps together, as they are shown. */
    static final List<OffboardingMeasure> ALL = List.of(
            new OffboardingMeasure(
                    "stayed", false, Basis.DECIDED, 0, facts -> decided(facts, one -> one.stage() == Stage.WITHDRAWN)),
            new OffboardingMeasure(
                    "reasonGiven",
                    false,
                    Basis.LEFT,
                    0,
                    facts -> left(facts, one -> !one.reason().isEmpty())),
            new OffboardingMeasure("caseHours", true, Basis.LEFT, TO_FINISH, facts -> hours(facts, hours -> hours)),
            new OffboardingMeasure(
                    "twoDays", false, Basis.LEFT, TO_FINISH, facts -> hours(facts, hours -> hours <= TWO_DAYS ? 1 : 0)),
            new OffboardingMeasure("stepsInTime", false, Basis.LEFT, TO_FINISH, facts -> inTime(facts, facts.tasks())),
            new OffboardingMeasure("missedSteps", false, Basis.LEFT, TO_FINISH, OffboardingMeasure::missed),
            new OffboardingMeasure("returnsInTime", false, Basis.DUE, 0, OffboardingMeasure::due),
            new OffboardingMeasure("knowledge", false, Basis.LEFT, 0, OffboardingMeasure::knowledge));

    /** Returns how many hours of work a step took. */
    static OffboardingMeasure stepHours(FlowStep step) {
        return new OffboardingMeasure(
                "hours",
                true,
                Basis.LEFT,
                TO_FINISH,
                facts -> of(facts, step)
                        .flatMap(done -> facts.hours(done.task()).stream().map(hours -> event(done.of(), hours))));
    }

    /** Returns which share of a step was done by its day. */
    static OffboardingMeasure stepInTime(FlowStep step) {
        return new OffboardingMeasure("inTime", false, Basis.LEFT, TO_FINISH, facts -> inTime(facts, of(facts, step)));
    }

    /** Returns which share of those who left gave a reason. */
    static OffboardingMeasure reason(String code) {
        return new OffboardingMeasure(
                "reason",
                false,
                Basis.LEFT,
                0,
                facts -> left(facts, one -> one.reason().equals(code)));
    }

    /** Returns what may be told of a span in a subsidiary. */
    List<Event> told(OffboardingFacts facts, YearMonth from, YearMonth to) {
        return Blocks.told(Blocks.of(basis.of(facts), events.apply(facts), facts.today(), lag), from, to)
                .toList();
    }

    /** Returns the figure of what may be told. */
    Figure figure(List<Event> told) {
        return median ? Figure.median(code, told) : Figure.share(code, told);
    }

    private static Stream<Event> decided(OffboardingFacts facts, Predicate<CaseFigure> counts) {
        return facts.cases().stream()
                .map(one -> new Event(one.personId(), facts.decidedOn(one), counts.test(one) ? 1 : 0));
    }

    private static Stream<Event> left(OffboardingFacts facts, Predicate<CaseFigure> counts) {
        return facts.left().map(one -> event(one, counts.test(one) ? 1 : 0));
    }

    private static Stream<Event> hours(OffboardingFacts facts, Function<Double, Number> amount) {
        return facts.left()
                .flatMap(one -> facts.hours(one).stream()
                        .map(hours -> event(one, amount.apply(hours).doubleValue())));
    }

    private static Stream<Event> inTime(OffboardingFacts facts, Stream<Done> tasks) {
        return tasks.filter(done ->
                        done.task().doneAt() != null || done.task().dueOn().isBefore(facts.today()))
                .map(done ->
                        event(done.of(), doneBy(facts, done.task(), done.task().dueOn()) ? 1 : 0));
    }

    private static Stream<Event> missed(OffboardingFacts facts) {
        return facts.tasks()
                .filter(done -> !done.task().dueOn().isAfter(done.of().course().lastDay()))
                .map(done -> event(
                        done.of(), doneBy(facts, done.task(), done.of().course().lastDay()) ? 0 : 1));
    }

    private static Stream<Event> due(OffboardingFacts facts) {
        return facts.returns().stream().map(one -> new Event(one.personId(), one.dueOn(), one.onTime() ? 1 : 0));
    }

    private static Stream<Event> knowledge(OffboardingFacts facts) {
        Map<UUID, LocalDate> lastDays = facts.lastDays();
        return facts.handovers().stream()
                .flatMap(one -> Optional.ofNullable(lastDays.get(one.personId())).stream()
                        .map(day -> new Event(one.personId(), day, one.accepted() ? 1 : 0)));
    }

    private static Stream<Done> of(OffboardingFacts facts, FlowStep step) {
        return facts.tasks().filter(done -> done.task().step() == step);
    }

    private static boolean doneBy(OffboardingFacts facts, TaskFigure task, LocalDate day) {
        Instant done = task.doneAt();
        return done != null && facts.by(done, day);
    }

    private static Event event(CaseFigure of, double amount) {
        return new Event(of.personId(), of.course().lastDay(), amount);
    }
}
