package org.holdfast.core.retention.holdout;

import java.util.List;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.protection.rights.PersonRecords;
import org.holdfast.core.protection.rights.RecordItem;
import org.holdfast.core.retention.holdout.Draw.Lot;

/** The lots that were drawn about a person: whoever was held out may know it, and until when. */
final class HoldoutRecords implements PersonRecords {
    private final DrawTable table;

    HoldoutRecords(DrawTable table) {
        this.table = table;
    }

    @Override
    public String section() {
        return "holdouts";
    }

    @Override
    public List<RecordItem> of(Subject person, String language) {
        return table.ofPerson(person.personId().orElseThrow()).stream()
                .map(HoldoutRecords::item)
                .toList();
    }

    private static RecordItem item(Draw draw) {
        return RecordItem.with()
                .and("date", draw.on())
                .and("until", draw.until())
                .and("heldOut", draw.heldOut())
                .and("toldLater", draw.heldOut() ? Boolean.valueOf(draw.lot() == Lot.HELD_THEN_TOLD) : null)
                .item();
    }
}
