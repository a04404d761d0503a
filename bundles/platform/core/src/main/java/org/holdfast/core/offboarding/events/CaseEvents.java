package org.holdfast.core.offboarding.events;

import java.util.List;
import java.util.UUID;
import org.holdfast.core.offboarding.cases.CaseChange;
import org.holdfast.core.offboarding.cases.CaseListener;
import org.holdfast.core.people.People;

/**
 * Writes what happens in cases into the outbox, within the transaction of the change. What no target wants is not kept. Safe for use
 * from many threads.
 */
final class CaseEvents implements CaseListener {
    private final EventTable events;
    private final TargetTable targets;
    private final People people;

    CaseEvents(EventTable events, TargetTable targets, People people) {
        this.events = events;
        this.targets = targets;
        this.people = people;
    }

    @Override
    public void changed(CaseChange change) {
        // First of all, whether anybody wants it or not: it puts the changes of a person in line.
        long number = events.number(change.subsidiaryId(), change.personId());
        List<UUID> wanting = targets.wanting(change.subsidiaryId(), change.kind());
        if (wanting.isEmpty()) {
            return;
        }
        String employeeNo =
                people.card(change.personId()).map(card -> card.employeeNo()).orElse("");
        events.add(
                new CaseEvent(
                        UUID.randomUUID(),
                        new CaseEvent.About(change.subsidiaryId(), change.personId(), change.caseId()),
                        number,
                        change.kind(),
                        change.at(),
                        new CaseEvent.Content(employeeNo, change.lastDay(), change.step())),
                wanting);
    }
}
