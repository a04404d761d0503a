package org.holdfast.core.protection.erasure;

import java.util.List;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.protection.rights.PersonRecords;
import org.holdfast.core.protection.rights.RecordItem;

/** The legal hold on a person, with its reason. */
final class HoldRecords implements PersonRecords {
    private final LegalHolds holds;

    HoldRecords(LegalHolds holds) {
        this.holds = holds;
    }

    @Override
    public String section() {
        return "holds";
    }

    @Override
    public List<RecordItem> of(Subject person, String language) {
        return holds.of(person).stream()
                .map(hold -> RecordItem.with()
                        .and("until", hold.until())
                        .and("reason", hold.reason())
                        .and("placedAt", hold.at())
                        .item())
                .toList();
    }
}
