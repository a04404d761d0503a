package org.holdfast.core.insight.exits;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.holdfast.core.knowledge.HandoverFigures.HandoverFigure;
import org.holdfast.core.offboarding.assets.ReturnFigures.ReturnFigure;
import org.holdfast.core.offboarding.cases.CaseFigures.CaseFigure;
import org.holdfast.core.offboarding.cases.CaseFigures.TaskFigure;
import org.holdfast.core.offboarding.cases.ExitCases.Stage;
import org.holdfast.core.platform.calendar.WorkingCalendar;

/**
 * What the figures of a subsidiary are counted from.
 *
 * @param today its day
 * @param calendar when its people work
 * @param cases its cases
 * @param returns what had to come back
 * @param handovers what had to be handed over
 */
record OffboardingFacts(
        LocalDate today,
        WorkingCalendar calendar,
        List<CaseFigure> cases,
        List<ReturnFigure> returns,
        List<HandoverFigure> handovers) {

    OffboardingFacts {
        cases = List.copyOf(cases);
        returns = List.copyOf(returns);
        handovers = List.copyOf(handovers);
    }

    /** A task of somebody who leaves. */
    record Done(CaseFigure of, TaskFigure task) {}

    /** Returns the cases of those who did not stay. */
    Stream<CaseFigure> left() {
        return cases.stream().filter(one -> one.stage() != Stage.WITHDRAWN);
    }

    /** Returns the tasks of those who did not stay. */
    Stream<Done> tasks() {
        return left().flatMap(one -> one.tasks().stream().map(task -> new Done(one, task)));
    }

    /** Returns the day on which a case was decided: the last one of who leaves, else the one on which they stayed. */
    LocalDate decidedOn(CaseFigure one) {
        Instant ended = one.course().endedAt();
        return one.stage() == Stage.WITHDRAWN && ended != null
                ? day(ended)
                : one.course().lastDay();
    }

    /** Returns the last day of each person who did not stay. */
    Map<UUID, LocalDate> lastDays() {
        return left().collect(Collectors.toMap(
                CaseFigure::personId, one -> one.course().lastDay(), (one, other) -> one.isAfter(other) ? one : other));
    }

    boolean by(Instant moment, LocalDate day) {
        return !day(moment).isAfter(day);
    }

    /**
     * Returns how long a case took, without the notice period: until the last approval, and from the last day on until all is done.
     *
     * @param one a case
     * @return hours of work; empty while it goes on
     */
    Optional<Double> hours(CaseFigure one) {
        Instant ended = one.course().endedAt();
        if (ended == null || one.stage() != Stage.ENDED) {
            return Optional.empty();
        }
        Instant lastDay = one.course().lastDay().atStartOfDay(calendar.zone()).toInstant();
        Instant approved = earlier(approved(one), ended);
        Instant rest = lastDay.isAfter(approved) ? lastDay : approved;
        return Optional.of(hours(
                calendar.workBetween(one.course().startedAt(), approved).plus(calendar.workBetween(rest, ended))));
    }

    /** Returns how many hours of work a task took; empty while it is open. */
    Optional<Double> hours(TaskFigure task) {
        return Optional.ofNullable(task.doneAt()).map(done -> hours(calendar.workBetween(task.openedAt(), done)));
    }

    private static Instant approved(CaseFigure one) {
        List<Instant> moments = new ArrayList<>(List.of(one.course().startedAt()));
        one.tasks().stream()
                .filter(TaskFigure::approval)
                .map(TaskFigure::doneAt)
                .filter(Objects::nonNull)
                .forEach(moments::add);
        return moments.stream().max(Instant::compareTo).orElseThrow();
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static double hours(Duration work) {
        return Math.round(work.toMinutes() / 6.0) / 10.0;
    }

    private LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, calendar.zone());
    }
}
