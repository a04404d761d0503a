package org.holdfast.core.retention;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.protection.rights.PersonRecords;
import org.holdfast.core.protection.rights.RecordItem;

/** The alerts about a person and what was done about them. */
final class AlertRecords implements PersonRecords {
    private final AlertTable table;

    AlertRecords(AlertTable table) {
        this.table = table;
    }

    @Override
    public String section() {
        return "alerts";
    }

    @Override
    public List<RecordItem> of(Subject person, String language) {
        List<Alert> all = new ArrayList<>(table.ofPerson(person.personId().orElseThrow()));
        Collections.reverse(all);
        return all.stream().map(this::item).toList();
    }

    private RecordItem item(Alert alert) {
        AlertContent content = table.content(alert);
        Handling handling = table.handling(alert);
        return RecordItem.with()
                .and("asOf", alert.asOf())
                .and("openedAt", alert.times().openedAt())
                .and("state", alert.state().code())
                .and("imported", alert.imported() ? Boolean.TRUE : null)
                .and("band", alert.imported() ? null : content.band().code())
                .and("score", alert.imported() ? null : Double.valueOf(content.score()))
                .and("acknowledgedAt", alert.times().acknowledgedAt())
                .and("closedAt", alert.times().closedAt())
                .and("closedFor", handling.reason())
                .and("note", handling.note())
                .and("recipients", recipients(alert))
                .item();
    }

    private static String recipients(Alert alert) {
        return alert.recipients().stream()
                .map(recipient -> recipient.role().code())
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
