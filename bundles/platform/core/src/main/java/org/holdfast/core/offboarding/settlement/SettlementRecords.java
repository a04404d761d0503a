package org.holdfast.core.offboarding.settlement;

import java.util.ArrayList;
import java.util.List;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.protection.rights.PersonRecords;
import org.holdfast.core.protection.rights.RecordItem;

/** What a person was said to be owed: every version with what people entered, and every line of what was agreed on. */
final class SettlementRecords implements PersonRecords {
    private final SettlementTable table;

    SettlementRecords(SettlementTable table) {
        this.table = table;
    }

    @Override
    public String section() {
        return "settlements";
    }

    @Override
    public List<RecordItem> of(Subject person, String language) {
        List<RecordItem> items = new ArrayList<>();
        for (Entry entry : table.ofPerson(person.personId().orElseThrow())) {
            items.add(item(entry));
            Sheet sheet = entry.content().sheet();
            if (sheet != null) {
                sheet.lines().forEach(line -> items.add(item(entry, sheet, line)));
            }
        }
        return items;
    }

    private static RecordItem item(Entry entry) {
        Inputs inputs = entry.content().inputs();
        return RecordItem.with()
                .and("at", entry.at())
                .and("state", entry.state().code())
                .and("monthlyPay", inputs.pay().monthly())
                .and("lastMonthPay", inputs.pay().lastMonth())
                .and("averagePay", inputs.pay().average())
                .and("ordinaryPay", inputs.pay().ordinary())
                .and("paidUntil", inputs.paidUntil())
                .and("leaveDays", inputs.leaveDays())
                .and("leaveTaken", inputs.leaveTaken())
                .and("place", inputs.place())
                .item();
    }

    private static RecordItem item(Entry entry, Sheet sheet, Line line) {
        return RecordItem.with()
                .and("at", entry.at())
                .and("component", line.component().code())
                .and("label", line.label())
                .and("amount", line.amount())
                .and("currency", sheet.currency())
                .item();
    }
}
