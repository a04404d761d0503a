package org.holdfast.core.offboarding.cases;

import java.util.ArrayList;
import java.util.List;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.protection.rights.PersonRecords;
import org.holdfast.core.protection.rights.RecordItem;

/** The cases of a person, and what was done in them: which office did it, not who. */
final class OffboardingRecords implements PersonRecords {
    private final CaseTable table;
    private final TaskTable tasks;

    OffboardingRecords(CaseTable table, TaskTable tasks) {
        this.table = table;
        this.tasks = tasks;
    }

    @Override
    public String section() {
        return "offboardings";
    }

    @Override
    public List<RecordItem> of(Subject person, String language) {
        List<RecordItem> items = new ArrayList<>();
        for (Offboarding one : table.ofPerson(person.personId().orElseThrow())) {
            items.add(item(one));
            one.content()
                    .chain()
                    .forEach(piece -> items.add(RecordItem.with()
                            .and("evidence", piece.kind())
                            .and("reference", piece.reference())
                            .and("on", piece.on())
                            .item()));
            table.entries(one).forEach(entry -> items.add(item(entry)));
        }
        return items;
    }

    private static RecordItem item(Offboarding one) {
        Offboarding.Evidence evidence = one.content().evidence();
        return RecordItem.with()
                .and("kind", one.content().kind().code())
                .and("state", one.course().state().code())
                .and("noticeOn", one.course().noticeOn())
                .and("lastDay", one.course().lastDay())
                .and("reason", one.content().reason())
                .and("note", one.content().note())
                .and("evidence", evidence == null ? null : evidence.reference())
                .item();
    }

    private RecordItem item(CaseEntry entry) {
        String task = entry.words().task();
        return RecordItem.with()
                .and("at", entry.at())
                .and("what", entry.words().what())
                .and(
                        "step",
                        task == null
                                ? null
                                : tasks.find(task)
                                        .map(one -> one.what().step().code())
                                        .orElse(null))
                .and("outcome", entry.words().outcome())
                .and("note", entry.words().note())
                .item();
    }
}
