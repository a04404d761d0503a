package org.holdfast.core.retention.cases;

import java.util.List;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.protection.rights.PersonRecords;
import org.holdfast.core.protection.rights.RecordItem;
import org.holdfast.core.retention.Recipient;

/** The cases about a person: since when somebody had to talk with them, until when, and what came of it. */
final class CaseRecords implements PersonRecords {
    private final CaseTable table;

    CaseRecords(CaseTable table) {
        this.table = table;
    }

    @Override
    public String section() {
        return "cases";
    }

    @Override
    public List<RecordItem> of(Subject person, String language) {
        return table.ofPerson(person.personId().orElseThrow()).stream()
                .map(CaseRecords::item)
                .toList();
    }

    private static RecordItem item(RetentionCase one) {
        return RecordItem.with()
                .and("openedAt", one.times().openedAt())
                .and("state", one.state().code())
                .and("dueOn", one.turn().dueOn())
                .and(
                        "recipients",
                        one.turn().talkerId() == null ? Recipient.Role.HR.code() : Recipient.Role.MANAGER.code())
                .and("talkedAt", one.times().talkedAt())
                .and("closedAt", one.times().closedAt())
                .item();
    }
}
