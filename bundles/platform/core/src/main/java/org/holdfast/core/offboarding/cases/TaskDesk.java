package org.holdfast.core.offboarding.cases;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.offboarding.cases.OffboardingReader.Sight;
import org.holdfast.core.offboarding.cases.TaskLinesView.Counts;
import org.holdfast.core.offboarding.cases.TaskLinesView.LeaverView;
import org.holdfast.core.offboarding.cases.TaskLinesView.Line;
import org.holdfast.core.people.Department;
import org.holdfast.core.people.People;
import org.holdfast.core.people.PersonCard;
import org.holdfast.core.platform.rest.RestException;
import org.jspecify.annotations.Nullable;

/**
 * The tasks of whoever asks, from plain columns: of thousands nothing is opened but what is on the page. Safe for use from many
 * threads.
 */
final class TaskDesk {
    private static final Duration DONE = Duration.ofDays(14);

    private final Offboardings offboardings;
    private final OffboardingReader reader;
    private final Performers performers;

    TaskDesk(Offboardings offboardings, OffboardingReader reader, Performers performers) {
        this.offboardings = offboardings;
        this.reader = reader;
        this.performers = performers;
    }

    /**
     * Tasks of somebody.
     *
     * @param tasks the most urgent first
     * @param counts how urgent they are
     */
    record Found(List<OffboardingTask> tasks, Counts counts) {}

    /** Finds the caller's tasks. */
    Found find(@Nullable String state, Visibility caller) {
        boolean done = "done".equals(state);
        if (!done && state != null && !state.isEmpty() && !state.equals("open")) {
            throw RestException.invalid("state", "unknown");
        }
        List<OffboardingTask> all = done
                ? offboardings.tasks().doneSince(offboardings.firm().now().minus(DONE))
                : offboardings.tasks().open();
        List<OffboardingTask> found =
                theirs(all, caller).stream().sorted(done ? latest() : urgent()).toList();
        return new Found(found, done ? new Counts(0, 0, 0) : counts(found));
    }

    /** Returns those of some tasks that are the caller's, of people who are known. */
    List<OffboardingTask> theirs(List<OffboardingTask> all, Visibility caller) {
        Performers.Look look = performers.look();
        return all.stream()
                .filter(task -> tells(task, caller) && look.theirs(task, caller))
                .toList();
    }

    /** Shows tasks with whom they are about. */
    List<Line> lines(List<OffboardingTask> some, Visibility caller, @Nullable String language) {
        Map<UUID, Offboarding> cases = some.stream()
                .map(task -> task.of().caseId())
                .distinct()
                .flatMap(id -> offboardings.table().find(id).stream())
                .collect(Collectors.toMap(Offboarding::id, Function.identity()));
        Sight sight = reader.sight(List.copyOf(cases.values()), caller, language);
        Map<UUID, Map<String, CaseEntry>> done = new HashMap<>();
        List<Line> lines = new ArrayList<>();
        for (OffboardingTask task : some) {
            Offboarding of = cases.get(task.of().caseId());
            if (of != null) {
                line(task, of, done, sight).ifPresent(lines::add);
            }
        }
        return lines;
    }

    private Optional<Line> line(
            OffboardingTask task, Offboarding of, Map<UUID, Map<String, CaseEntry>> done, Sight sight) {
        CaseEntry entry = task.open()
                ? null
                : done.computeIfAbsent(of.id(), id -> entries(of)).get(task.id());
        return offboardings
                .firm()
                .people()
                .card(of.personId())
                .map(card -> new Line(
                        sight.task(task, entry),
                        of.id(),
                        of.personId(),
                        of.subsidiaryId(),
                        leaver(card),
                        of.course().lastDay()));
    }

    private Map<String, CaseEntry> entries(Offboarding of) {
        Map<String, CaseEntry> found = new HashMap<>();
        for (CaseEntry entry : offboardings.table().entries(of)) {
            String task = entry.words().task();
            if (task != null) {
                found.put(task, entry);
            }
        }
        return found;
    }

    private LeaverView leaver(PersonCard card) {
        People people = offboardings.firm().people();
        UUID department = card.departmentId();
        String name = department == null
                ? ""
                : people.department(department).map(Department::name).orElse("");
        return new LeaverView(card.name(), card.employeeNo(), name, card.position());
    }

    private boolean tells(OffboardingTask task, Visibility caller) {
        OffboardingTask.Of of = task.of();
        return caller.tells("leaver", of.personId(), of.subsidiaryId());
    }

    private Counts counts(List<OffboardingTask> found) {
        int overdue = 0;
        int today = 0;
        for (OffboardingTask task : found) {
            LocalDate now = offboardings.firm().today(task.of().subsidiaryId());
            overdue += task.overdue(now) ? 1 : 0;
            today += task.clock().dueOn().equals(now) ? 1 : 0;
        }
        return new Counts(overdue, today, found.size() - overdue - today);
    }

    private static Comparator<OffboardingTask> urgent() {
        return Comparator.comparing((OffboardingTask task) -> task.clock().dueOn())
                .thenComparing(task -> task.clock().openedAt())
                .thenComparing(OffboardingTask::id);
    }

    private static Comparator<OffboardingTask> latest() {
        return Comparator.comparing(
                        (OffboardingTask task) -> task.clock().closedAt(),
                        Comparator.nullsFirst(Comparator.naturalOrder()))
                .reversed()
                .thenComparing(OffboardingTask::id);
    }
}
