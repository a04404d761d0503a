package org.holdfast.core.retention.plans;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.holdfast.core.people.People;
import org.holdfast.core.people.Subsidiary;
import org.holdfast.core.risk.effect.ActionSource;
import org.holdfast.core.risk.features.PersonSeries.ActionTaken;

/** The actions of plans that were done, so that it can be learnt what they did. */
final class PlanActions implements ActionSource {
    private final PlanTable table;
    private final People people;

    PlanActions(PlanTable table, People people) {
        this.table = table;
        this.people = people;
    }

    @Override
    public List<ActionTaken> of(UUID subsidiaryId) {
        ZoneId zone = people.subsidiary(subsidiaryId).map(Subsidiary::timezone).orElseThrow();
        List<ActionTaken> done = new ArrayList<>();
        for (Plan plan : table.ofSubsidiary(subsidiaryId)) {
            for (Action action : plan.actions()) {
                Instant at = action.task().doneAt();
                if (at != null && action.task().state() == ActionState.DONE) {
                    done.add(new ActionTaken(
                            plan.personId(),
                            LocalDate.ofInstant(at, zone),
                            action.content().kind().code()));
                }
            }
        }
        return done;
    }
}
