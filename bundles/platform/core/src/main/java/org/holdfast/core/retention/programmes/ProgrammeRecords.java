package org.holdfast.core.retention.programmes;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.protection.rights.PersonRecords;
import org.holdfast.core.protection.rights.RecordItem;

/** The programmes a person belongs to, and what of them they have got. Notes of HR are about many people, and not told to one. */
final class ProgrammeRecords implements PersonRecords {
    private final ProgrammeTable table;

    ProgrammeRecords(ProgrammeTable table) {
        this.table = table;
    }

    @Override
    public String section() {
        return "programmes";
    }

    @Override
    public List<RecordItem> of(Subject person, String language) {
        UUID id = person.personId().orElseThrow();
        List<RecordItem> items = new ArrayList<>();
        for (Programme one : table.ofPerson(id)) {
            items.add(RecordItem.with()
                    .and("title", one.content().title())
                    .and("startedOn", one.course().startedOn())
                    .and("state", one.course().state().code())
                    .item());
            Set<UUID> done = table.members(one).stream()
                    .filter(member -> member.personId().equals(id))
                    .findFirst()
                    .map(Member::done)
                    .orElse(Set.of());
            one.content().actions().stream()
                    .filter(action -> done.contains(action.id()))
                    .forEach(action -> items.add(RecordItem.with()
                            .and("kind", action.kind().code())
                            .and("title", action.title())
                            .item()));
        }
        return items;
    }
}
