package org.holdfast.core.retention.plans;

import java.util.ArrayList;
import java.util.List;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.protection.rights.PersonRecords;
import org.holdfast.core.protection.rights.RecordItem;

/** What is planned for a person, and what became of it. */
final class PlanRecords implements PersonRecords {
    private final PlanTable table;

    PlanRecords(PlanTable table) {
        this.table = table;
    }

    @Override
    public String section() {
        return "plans";
    }

    @Override
    public List<RecordItem> of(Subject person, String language) {
        List<RecordItem> items = new ArrayList<>();
        for (Plan plan : table.ofPerson(person.personId().orElseThrow())) {
            plan.actions().forEach(action -> items.add(item(plan, action)));
            table.steps(plan).stream()
                    .filter(step -> !step.words().note().isEmpty())
                    .forEach(step -> items.add(RecordItem.with()
                            .and("at", step.at())
                            .and("note", step.words().note())
                            .item()));
        }
        return items;
    }

    private static RecordItem item(Plan plan, Action action) {
        ActionContent content = action.content();
        Money cost = content.cost();
        return RecordItem.with()
                .and("createdAt", plan.course().createdAt())
                .and("kind", content.kind().code())
                .and("title", content.title())
                .and("note", content.note())
                .and("target", content.target())
                .and(
                        "percent",
                        content.percent() == null ? null : content.percent().doubleValue())
                .and("cost", cost == null ? null : cost.amount().doubleValue())
                .and("currency", cost == null ? null : cost.currency().getCurrencyCode())
                .and("state", action.task().state().code())
                .and("dueOn", action.task().dueOn())
                .item();
    }
}
