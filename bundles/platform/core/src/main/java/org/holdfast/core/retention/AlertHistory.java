package org.holdfast.core.retention;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.retention.history.HistoryEntry;
import org.holdfast.core.retention.history.HistoryEntry.Kind;
import org.holdfast.core.retention.history.HistorySource;

/** Adds the alerts about a person that the caller may see. */
@Dependent
public final class AlertHistory implements HistorySource {
    private final Alerts alerts;
    private final AlertReader reader;
    private final Visibility visibility;

    @Inject
    AlertHistory(Alerts alerts, AlertReader reader, Visibility visibility) {
        this.alerts = alerts;
        this.reader = reader;
        this.visibility = visibility;
    }

    @Override
    public List<HistoryEntry> of(UUID subsidiaryId, UUID personId) {
        return alerts.ofPerson(personId).stream()
                .filter(alert -> reader.sees(alert, visibility))
                .map(alert -> new HistoryEntry(
                        LocalDate.ofInstant(reader.seenAt(alert, visibility), reader.zone(subsidiaryId)),
                        Kind.ALERT,
                        "",
                        "",
                        null,
                        "alerts"))
                .toList();
    }
}
