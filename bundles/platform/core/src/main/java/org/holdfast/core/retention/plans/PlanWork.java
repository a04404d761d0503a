package org.holdfast.core.retention.plans;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.retention.cases.CaseState;
import org.holdfast.core.retention.cases.RetentionCase;
import org.holdfast.core.retention.plans.PlanTasks.PlannedTask;
import org.holdfast.core.work.WorkItem;
import org.holdfast.core.work.WorkKind;
import org.holdfast.core.work.WorkSource;
import org.jspecify.annotations.Nullable;

/** The actions of plans somebody does, and the plans that wait for their approval. Nothing of a plan whose person has left. */
final class PlanWork implements WorkSource {
    static final WorkKind ACTION = new WorkKind("action", "plans", "/plans");
    static final WorkKind APPROVAL = new WorkKind("approval", "plans", "/plans");
    /** Longer than any day anywhere. */
    private static final Duration DAY = Duration.ofHours(36);

    private final PlanTasks tasks;
    private final PlanTable table;
    private final PlanReader reader;
    private final Plans.Firm firm;

    PlanWork(PlanTasks tasks, PlanTable table, PlanReader reader, Plans.Firm firm) {
        this.tasks = tasks;
        this.table = table;
        this.reader = reader;
        this.firm = firm;
    }

    @Override
    public List<WorkItem> items(Visibility caller) {
        List<PlannedTask> open = tasks.open();
        List<Plan> submitted = tasks.submitted();
        if (open.isEmpty() && submitted.isEmpty()) {
            return List.of();
        }
        Looker looker = looker(caller, Stream.concat(open.stream().map(PlannedTask::plan), submitted.stream()));
        List<WorkItem> found = new ArrayList<>();
        for (PlannedTask one : open) {
            if (looker.does(one) && looker.sees(one.plan())) {
                found.add(item(one));
            }
        }
        for (Plan plan : submitted) {
            if (reader.decides(plan, caller) && looker.sees(plan)) {
                found.add(item(plan));
            }
        }
        return found;
    }

    @Override
    public int doneToday(Visibility caller) {
        Instant now = firm.now();
        return (int) tasks.doneSince(now.minus(DAY)).stream()
                .filter(one -> PlanReader.mine(one.task(), one.plan(), caller) && reader.knows(one.plan(), caller))
                .filter(one -> day(one, one.task().doneAt()).equals(day(one, now)))
                .count();
    }

    private WorkItem item(PlannedTask one) {
        LocalDate today = day(one, firm.now());
        LocalDate dueOn = one.task().dueOn();
        WorkItem.Due due = new WorkItem.Due(dueOn, today, dueOn != null && dueOn.isBefore(today), false);
        Supplier<String> title = () -> table.find(one.plan().id())
                .flatMap(plan -> plan.action(one.id()))
                .map(action -> action.content().title())
                .orElse("");
        return new WorkItem(ACTION, one.plan().id(), one.plan().personId(), due, title);
    }

    private WorkItem item(Plan plan) {
        LocalDate today = LocalDate.ofInstant(firm.now(), reader.zone(plan));
        return new WorkItem(
                APPROVAL, plan.id(), plan.personId(), new WorkItem.Due(null, today, false, false), () -> "");
    }

    private LocalDate day(PlannedTask one, @Nullable Instant at) {
        UUID owner = one.task().ownerId();
        return at == null
                ? LocalDate.MIN
                : LocalDate.ofInstant(
                        at,
                        firm.alerts()
                                .clock(one.plan().subsidiaryId(), owner)
                                .calendar()
                                .zone());
    }

    private Looker looker(Visibility caller, Stream<Plan> plans) {
        Set<UUID> cases = plans.map(Plan::caseId).collect(Collectors.toSet());
        Set<UUID> acted = firm.cases().acted(cases, caller).stream()
                .filter(one -> one.state() != CaseState.CLOSED)
                .map(RetentionCase::id)
                .collect(Collectors.toSet());
        return new Looker(caller, acted, firm.alerts().flagged());
    }

    /** Who looks, with what is asked of the database once for all plans. */
    private final class Looker {
        private final Visibility caller;
        private final Set<UUID> acted;
        private final Set<UUID> flagged;

        Looker(Visibility caller, Set<UUID> acted, Set<UUID> flagged) {
            this.caller = caller;
            this.acted = acted;
            this.flagged = flagged;
        }

        boolean sees(Plan plan) {
            return reader.sees(plan, acted, caller) && !firm.left(plan.personId());
        }

        /** What somebody was to do who is no superior any more is HR's, as it is for reminders. */
        boolean does(PlannedTask one) {
            UUID owner = one.task().ownerId();
            Plan plan = one.plan();
            return PlanReader.mine(one.task(), plan, caller)
                    || (owner != null
                            && PlanReader.asHr(plan, caller)
                            && !firm.alerts()
                                    .superiors(plan.personId(), flagged)
                                    .contains(owner));
        }
    }
}
