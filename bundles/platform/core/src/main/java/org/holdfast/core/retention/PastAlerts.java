package org.holdfast.core.retention;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.holdfast.core.people.People;
import org.holdfast.core.people.Subsidiary;
import org.holdfast.core.retention.Alert.Times;
import org.holdfast.core.risk.scoring.Band;

/**
 * Alerts that somebody raised before the product did, as imported files tell of them: closed from the beginning, without a
 * score, for HR alone. Safe for use from many threads.
 */
public final class PastAlerts {
    private final AlertTable table;
    private final People people;

    PastAlerts(AlertTable table, People people) {
        this.table = table;
        this.people = people;
    }

    /**
     * Returns an alert that is over.
     *
     * @param subsidiaryId the person's subsidiary
     * @param personId the person
     * @param day the day somebody noticed
     * @param opened the moment that day began
     * @param closed when it was over
     * @return the alert, not stored yet
     */
    public static Alert of(UUID subsidiaryId, UUID personId, LocalDate day, Instant opened, Instant closed) {
        Recipient hr = new Recipient(Recipient.Role.HR, null, opened, opened);
        return new Alert(
                UUID.randomUUID(),
                subsidiaryId,
                personId,
                null,
                day,
                AlertState.CLOSED,
                new Times(opened, null, closed),
                List.of(hr));
    }

    /**
     * Returns all alerts about people, imported or not.
     *
     * @param persons whom
     * @return in any order
     */
    public List<Alert> about(Collection<UUID> persons) {
        return table.ofPersons(persons);
    }

    /**
     * Stores alerts. Joins the transaction under way.
     *
     * @param subsidiaryId the subsidiary of all of them
     * @param alerts alerts that are over
     */
    public void add(UUID subsidiaryId, List<Alert> alerts) {
        String industry =
                people.subsidiary(subsidiaryId).map(Subsidiary::industry).orElse("");
        // Nobody measured anything: a score of these days would be made up.
        AlertContent content = new AlertContent(Band.UNKNOWN, Double.NaN, industry, List.of());
        table.addAll(alerts, content, new Handling("", "", CloseReason.TALKED.code(), ""));
    }

    /**
     * Notes another end of an alert. Joins the transaction under way.
     *
     * @param alertId the alert
     * @param closed when it was over
     */
    public void closedAt(UUID alertId, Instant closed) {
        table.closedAt(alertId, closed);
    }
}
