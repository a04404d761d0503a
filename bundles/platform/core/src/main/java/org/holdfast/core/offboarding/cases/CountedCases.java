package org.holdfast.core.offboarding.cases;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Tells what figures about offboardings are counted from. Safe for use from many threads. */
final class CountedCases implements CaseFigures {
    private final CaseTable table;
    private final TaskTable tasks;

    CountedCases(CaseTable table, TaskTable tasks) {
        this.table = table;
        this.tasks = tasks;
    }

    @Override
    public List<CaseFigure> of(UUID subsidiaryId) {
        Map<UUID, List<TaskFigure>> byCase = tasks.ofSubsidiary(subsidiaryId).stream()
                .filter(task -> task.state() != OffboardingTask.State.CANCELLED)
                .collect(Collectors.groupingBy(
                        task -> task.of().caseId(), Collectors.mapping(CountedCases::figure, Collectors.toList())));
        return table.ofSubsidiary(subsidiaryId).stream()
                .map(one -> figure(one, byCase.getOrDefault(one.id(), List.of())))
                .toList();
    }

    @Override
    public Object standing(UUID subsidiaryId) {
        return List.of(table.standing(subsidiaryId), tasks.standing(subsidiaryId));
    }

    private static CaseFigure figure(Offboarding one, List<TaskFigure> tasks) {
        Offboarding.Course course = one.course();
        return new CaseFigure(
                one.personId(),
                KnownCases.told(one).stage(),
                one.content().reason(),
                new Course(course.startedAt(), course.endedAt(), course.lastDay()),
                tasks);
    }

    private static TaskFigure figure(OffboardingTask task) {
        return new TaskFigure(
                task.what().step(),
                task.clock().openedAt(),
                task.clock().dueOn(),
                task.clock().closedAt());
    }
}
