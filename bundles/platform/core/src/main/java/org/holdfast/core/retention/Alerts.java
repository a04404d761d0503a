package org.holdfast.core.retention;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.core.people.People;
import org.holdfast.core.people.Subsidiary;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.core.retention.Alert.Times;
import org.holdfast.core.risk.scoring.RiskScore;
import org.holdfast.core.risk.store.ScoreTable;

/**
 * The alerts: opened by a score, delivered to HR and the superior, acknowledged and closed by people. A person has at
 * most one that is not closed. Safe for use from many threads.
 */
public final class Alerts {
    private final AlertTable table;
    private final AlertRouting routing;
    private final People people;
    private final ScoreTable scores;
    private final Clock clock;

    Alerts(AlertTable table, People people, AlertRouting routing, ScoreTable scores, Clock clock) {
        this.table = table;
        this.routing = routing;
        this.people = people;
        this.scores = scores;
        this.clock = clock;
    }

    /**
     * Finds the alert about a person that is not closed.
     *
     * @param personId the person
     * @return the alert, or empty
     */
    public Optional<Alert> unclosed(UUID personId) {
        return table.unclosedOf(personId);
    }

    /**
     * Returns the alerts in a state.
     *
     * @param state the state
     * @return newest first
     */
    public List<Alert> inState(AlertState state) {
        return table.inState(state);
    }

    List<Alert> all() {
        return table.all();
    }

    List<Alert> ofPerson(UUID personId) {
        return table.ofPerson(personId);
    }

    Alert find(UUID id) {
        return table.find(id).orElseThrow(RestException::notFound);
    }

    AlertContent content(Alert alert) {
        return table.content(alert);
    }

    Handling handling(Alert alert) {
        return table.handling(alert);
    }

    /**
     * Opens an alert for a score, unless one about the person is not closed yet.
     *
     * @param scoreId the score that crossed
     * @return the new alert, or empty
     */
    synchronized Optional<Alert> open(UUID scoreId) {
        Optional<RiskScore> score = scores.find(scoreId);
        if (score.isEmpty() || table.unclosedOf(score.get().personId()).isPresent()) {
            return Optional.empty();
        }
        RiskScore crossed = score.get();
        Instant now = now();
        Alert alert = new Alert(
                UUID.randomUUID(),
                crossed.subsidiaryId(),
                crossed.personId(),
                crossed.id(),
                crossed.asOf(),
                AlertState.OPEN,
                new Times(now, null, null),
                routing.recipients(crossed.personId(), now, this::flagged));
        String industry = people.subsidiary(crossed.subsidiaryId())
                .map(Subsidiary::industry)
                .orElse("");
        table.add(alert, new AlertContent(crossed.band(), crossed.score(), industry, crossed.reasons()));
        return Optional.of(alert);
    }

    /**
     * Delivers to superiors what is due. The route is asked again: whoever has gone meanwhile, or has got an open alert
     * of their own, does not get it.
     *
     * @return how many alerts were delivered
     */
    synchronized int deliver() {
        Instant now = now();
        int delivered = 0;
        for (Alert alert : table.due(now)) {
            Optional<Recipient> manager =
                    routing.manager(alert.personId(), alert.times().openedAt(), this::flagged);
            boolean due = manager.isPresent() && !manager.get().deliverAt().isAfter(now);
            table.route(alert.id(), due ? manager.map(recipient -> recipient.delivered(now)) : manager);
            delivered += due ? 1 : 0;
        }
        return delivered;
    }

    /**
     * Takes an alert on. Who takes on what somebody has taken on already changes nothing.
     *
     * @param alert the alert as it was read
     * @param by name of the account
     * @return the alert as it is now
     */
    synchronized Alert acknowledge(Alert alert, String by) {
        Alert now = find(alert.id());
        refuseClosed(now);
        if (now.state() == AlertState.OPEN) {
            Handling before = table.handling(now);
            table.change(
                    moved(now, AlertState.ACKNOWLEDGED),
                    new Handling(by, before.closedBy(), before.reason(), before.note()));
        }
        return find(alert.id());
    }

    /**
     * Closes an alert, taken on or not.
     *
     * @param alert the alert as it was read
     * @param by name of the account
     * @param reason why
     * @param note what is written beside it, may be empty
     * @return the alert as it is now
     */
    synchronized Alert close(Alert alert, String by, CloseReason reason, String note) {
        Alert now = find(alert.id());
        refuseClosed(now);
        String acknowledgedBy = table.handling(now).acknowledgedBy();
        table.change(moved(now, AlertState.CLOSED), new Handling(acknowledgedBy, by, reason.code(), note));
        return find(alert.id());
    }

    private Alert moved(Alert alert, AlertState state) {
        Times old = alert.times();
        Times times = state == AlertState.CLOSED
                ? new Times(old.openedAt(), old.acknowledgedAt(), now())
                : new Times(old.openedAt(), now(), null);
        return new Alert(
                alert.id(),
                alert.subsidiaryId(),
                alert.personId(),
                alert.scoreId(),
                alert.asOf(),
                state,
                times,
                alert.recipients());
    }

    private boolean flagged(UUID personId) {
        return table.unclosedOf(personId).isPresent();
    }

    /** To the millisecond, so that every database keeps it as it is. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static void refuseClosed(Alert alert) {
        if (alert.state() == AlertState.CLOSED) {
            throw RestException.of(RetentionError.ALERT_CLOSED, "The alert is closed.");
        }
    }
}
