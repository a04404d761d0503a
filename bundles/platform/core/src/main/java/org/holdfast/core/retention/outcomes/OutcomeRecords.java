package org.holdfast.core.retention.outcomes;

import java.util.List;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.protection.rights.PersonRecords;
import org.holdfast.core.protection.rights.RecordItem;
import org.holdfast.core.retention.Recipient;

/** What came of the cases about a person, and how it went on. Who recorded it is told by role. */
final class OutcomeRecords implements PersonRecords {
    private final OutcomeTable table;

    OutcomeRecords(OutcomeTable table) {
        this.table = table;
    }

    @Override
    public String section() {
        return "outcomes";
    }

    @Override
    public List<RecordItem> of(Subject person, String language) {
        return table.ofPerson(person.personId().orElseThrow()).stream()
                .map(OutcomeRecords::item)
                .toList();
    }

    private static RecordItem item(Entry entry) {
        Entry.Words words = entry.words();
        return RecordItem.with()
                .and("heldOn", words.on())
                .and("outcome", words.what().code())
                .and("afterDays", words.days() == 0 ? null : words.days())
                .and("by", (words.by().hr() ? Recipient.Role.HR : Recipient.Role.MANAGER).code())
                .and("text", words.text())
                .item();
    }
}
