package org.holdfast.core.offboarding.preparation;

import java.util.ArrayList;
import java.util.List;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.protection.rights.PersonRecords;
import org.holdfast.core.protection.rights.RecordItem;

/** What was prepared for a person, with what was collected and done: not by whom. */
final class PreparationRecords implements PersonRecords {
    private final PreparationTable table;

    PreparationRecords(PreparationTable table) {
        this.table = table;
    }

    @Override
    public String section() {
        return "preparations";
    }

    @Override
    public List<RecordItem> of(Subject person, String language) {
        List<RecordItem> items = new ArrayList<>();
        for (Preparation one : table.ofPerson(person.personId().orElseThrow())) {
            items.add(RecordItem.with()
                    .and("startedAt", one.course().startedAt())
                    .and("state", one.course().state().code())
                    .and("why", one.content().why())
                    .and("wantedOn", one.content().wantedOn())
                    .and("note", one.content().note())
                    .item());
            one.content()
                    .evidence()
                    .forEach(piece -> items.add(RecordItem.with()
                            .and("evidence", piece.kind())
                            .and("reference", piece.reference())
                            .and("on", piece.on())
                            .item()));
            table.entries(one)
                    .forEach(entry -> items.add(RecordItem.with()
                            .and("at", entry.at())
                            .and("what", entry.words().what())
                            .and("detail", entry.words().detail())
                            .and("note", entry.words().note())
                            .item()));
        }
        return items;
    }
}
