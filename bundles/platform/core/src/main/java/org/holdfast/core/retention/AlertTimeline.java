package org.holdfast.core.retention;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.people.TimelineSource;

/** Adds the alerts the caller may see to a person's timeline. */
@Dependent
public final class AlertTimeline implements TimelineSource {
    private final Alerts alerts;
    private final AlertReader reader;
    private final Visibility visibility;

    @Inject
    AlertTimeline(Alerts alerts, AlertReader reader, Visibility visibility) {
        this.alerts = alerts;
        this.reader = reader;
        this.visibility = visibility;
    }

    @Override
    public List<Item> of(UUID subsidiaryId, UUID personId) {
        return alerts.ofPerson(personId).stream()
                .filter(alert -> reader.sees(alert, visibility))
                .map(alert -> new Item(
                        LocalDate.ofInstant(reader.seenAt(alert, visibility), reader.zone(subsidiaryId)),
                        "alert",
                        "",
                        "retention",
                        "alerts"))
                .toList();
    }
}
