package org.holdfast.core.retention;

import java.util.List;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.protection.rights.PersonRecords;
import org.holdfast.core.protection.rights.RecordItem;
import org.holdfast.core.retention.Dismissal.Finding;

/** Whether the person was dismissed after an alert, and what an officer found about it. */
final class DismissalRecords implements PersonRecords {
    private final DismissalTable table;

    DismissalRecords(DismissalTable table) {
        this.table = table;
    }

    @Override
    public String section() {
        return "dismissals";
    }

    @Override
    public List<RecordItem> of(Subject person, String language) {
        return table.ofPerson(person.personId().orElseThrow()).stream()
                .map(DismissalRecords::item)
                .toList();
    }

    private static RecordItem item(Dismissal dismissal) {
        Finding finding = dismissal.finding();
        return RecordItem.with()
                .and("openedAt", dismissal.facts().flaggedOn())
                .and("leaveDate", dismissal.facts().leftOn())
                .and("leaveReason", dismissal.facts().leaveReason())
                .and("outcome", finding == null ? "" : finding.outcome().code())
                .and("assessment", finding == null ? "" : finding.text())
                .and("decidedBy", finding == null ? "" : finding.by())
                .item();
    }
}
