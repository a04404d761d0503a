package org.holdfast.core.privacy.breach;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.holdfast.core.privacy.breach.BreachStep.Whom;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.protection.rights.PersonRecords;
import org.holdfast.core.protection.rights.RecordItem;

/** Of which breaches a person is concerned. What officers wrote about them is about the incident, not about the person. */
final class BreachRecords implements PersonRecords {
    private final Breaches breaches;

    BreachRecords(Breaches breaches) {
        this.breaches = breaches;
    }

    @Override
    public String section() {
        return "breaches";
    }

    @Override
    public List<RecordItem> of(Subject person, String language) {
        return breaches.tables().people().breachesOf(person.personId().orElseThrow()).stream()
                .map(id -> breaches.tables().breaches().find(id))
                .flatMap(Optional::stream)
                .map(breach -> RecordItem.with()
                        .and("noticedAt", breach.times().noticedAt())
                        .and("breachSeverity", breach.severity().code())
                        .and("breachState", breach.state().code())
                        .and("peopleTold", told(breach))
                        .item())
                .toList();
    }

    private boolean told(Breach breach) {
        Set<Whom> settled = breaches.tables().steps().settled().getOrDefault(breach.id(), Set.of());
        return settled.contains(Whom.PEOPLE)
                && breaches.tables().steps().of(breach).stream()
                        .anyMatch(step -> step.whom() == Whom.PEOPLE && step.sent());
    }
}
