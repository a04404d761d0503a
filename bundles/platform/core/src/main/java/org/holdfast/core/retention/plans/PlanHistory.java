package org.holdfast.core.retention.plans;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.retention.history.HistoryEntry;
import org.holdfast.core.retention.history.HistoryEntry.Kind;
import org.holdfast.core.retention.history.HistoryEntry.Size;
import org.holdfast.core.retention.history.HistorySource;

/** Adds the actions of plans that were done, for who sees the plan. */
@Dependent
public final class PlanHistory implements HistorySource {
    private final PlanTable table;
    private final PlanReader reader;
    private final Visibility visibility;

    @Inject
    PlanHistory(PlanTable table, PlanReader reader, Visibility visibility) {
        this.table = table;
        this.reader = reader;
        this.visibility = visibility;
    }

    @Override
    public List<HistoryEntry> of(UUID subsidiaryId, UUID personId) {
        List<HistoryEntry> done = new ArrayList<>();
        for (Plan plan : reader.visible(table.ofPerson(personId), visibility)) {
            for (Action action : plan.actions()) {
                Instant at = action.task().doneAt();
                if (at != null && action.task().state() == ActionState.DONE) {
                    done.add(entry(action.content(), LocalDate.ofInstant(at, reader.zone(plan))));
                }
            }
        }
        return done;
    }

    private static HistoryEntry entry(ActionContent content, LocalDate day) {
        Double percent = content.percent() == null ? null : content.percent().doubleValue();
        return new HistoryEntry(
                day,
                Kind.PLAN_ACTION,
                content.kind().code(),
                content.title(),
                percent == null ? null : new Size(percent, null),
                "plans");
    }
}
