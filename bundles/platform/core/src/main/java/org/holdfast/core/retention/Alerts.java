package org.holdfast.core.retention;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.holdfast.core.people.People;
import org.holdfast.core.people.PersonCard;
import org.holdfast.core.people.Subsidiary;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.core.retention.Alert.Times;
import org.holdfast.core.risk.scoring.RiskScore;
import org.holdfast.core.risk.store.ScoreTable;
import org.jspecify.annotations.Nullable;

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

    /**
     * Returns the alerts that are not closed.
     *
     * @return newest first
     */
    public List<Alert> unclosed() {
        return table.unclosed();
    }

    /**
     * Returns about whom an alert is not closed, for who asks about many people at once.
     *
     * @return random ids of people
     */
    public Set<UUID> flagged() {
        return table.flagged();
    }

    /**
     * Returns the open alerts that came after a moment.
     *
     * @param since the moment
     * @return newest first
     */
    List<Alert> openSince(Instant since) {
        return table.openSince(since);
    }

    /**
     * Returns the alerts about people of a subsidiary, closed ones too.
     *
     * @param subsidiaryId the subsidiary
     * @return newest first
     */
    public List<Alert> ofSubsidiary(UUID subsidiaryId) {
        return table.ofSubsidiary(subsidiaryId);
    }

    /**
     * Counts the open alerts about people of a subsidiary.
     *
     * @param subsidiaryId the subsidiary
     * @return how many nobody has taken on
     */
    public int countOpen(UUID subsidiaryId) {
        return table.countOpen(subsidiaryId);
    }

    /**
     * Returns what differs once an alert of a subsidiary was added, delivered, rerouted or erased.
     *
     * @param subsidiaryId the subsidiary
     * @return to be compared with an earlier one
     */
    public Object standing(UUID subsidiaryId) {
        return table.standing(subsidiaryId);
    }

    /**
     * Looks an alert up.
     *
     * @param id the alert
     * @return the alert, or empty
     */
    public Optional<Alert> lookUp(UUID id) {
        return table.find(id);
    }

    /**
     * Returns who above a person could get an alert about them now: never the person, their reports, who is away, about
     * whom an alert is open, or who has an interest of their own in the case.
     *
     * @param personId the person
     * @return the nearest superior first
     */
    public List<UUID> superiors(UUID personId) {
        return routing.superiors(personId, out(personId)).map(PersonCard::id).toList();
    }

    /**
     * Returns the same without asking the database, for who looks at many people at once.
     *
     * @param personId the person
     * @param out who must not have it: people about whom an alert is open, and who has an interest of their own in the case
     * @return the nearest superior first
     */
    public List<UUID> superiors(UUID personId, Set<UUID> out) {
        return routing.superiors(personId, out::contains).map(PersonCard::id).toList();
    }

    /**
     * Returns who has an interest of their own in which case.
     *
     * @return the conflicts of interest
     */
    public Conflicts conflicts() {
        return table.conflicts();
    }

    /**
     * Returns by when somebody has to talk.
     *
     * @param subsidiaryId the subsidiary of the person the talk is with
     * @param talkerId who has to talk, null for HR
     * @return the clock of who has to talk
     */
    public TalkClock clock(UUID subsidiaryId, @Nullable UUID talkerId) {
        return routing.clock(subsidiaryId, talkerId);
    }

    /**
     * Makes somebody else the superior an alert is delivered to. Joins the transaction under way.
     *
     * @param alertId the alert
     * @param superiorId the superior; null where HR alone has it now: that a superior had it stays, not who
     * @param at when they get it
     */
    public void handOver(UUID alertId, @Nullable UUID superiorId, Instant at) {
        table.route(alertId, Optional.of(new Recipient(Recipient.Role.MANAGER, superiorId, at, at)));
    }

    /**
     * Takes an alert from its superior, who must not have it any more. Whoever is responsible now gets it in their next
     * morning of work; where there is nobody, HR alone has it. Joins the transaction under way.
     *
     * @param alert the alert
     */
    public void reroute(Alert alert) {
        Instant now = now();
        Recipient nobody = new Recipient(Recipient.Role.MANAGER, null, now, now);
        Recipient next =
                routing.manager(alert.personId(), now, out(alert.personId())).orElse(nobody);
        table.route(alert.id(), Optional.of(next));
    }

    /**
     * Closes an alert about somebody who has left, unless it is closed.
     *
     * @param alertId the alert
     */
    public synchronized void closeAsLeft(UUID alertId) {
        table.find(alertId)
                .filter(alert -> alert.state() != AlertState.CLOSED)
                .ifPresent(alert -> close(alert, "", CloseReason.LEFT, ""));
    }

    /**
     * Closes an alert whose case has an outcome, unless it is closed: somebody talked, which outcomes need. Joins the
     * transaction under way.
     *
     * @param alertId the alert
     * @param by name of the account that recorded the outcome
     */
    public synchronized void closeAsTalked(UUID alertId, String by) {
        table.find(alertId)
                .filter(alert -> alert.state() != AlertState.CLOSED)
                .ifPresent(alert -> close(alert, by, CloseReason.TALKED, ""));
    }

    /** Returns the latest alert about a person, closed or not. */
    Optional<Alert> latest(UUID personId) {
        return table.ofPerson(personId).stream()
                .max(Comparator.comparing(alert -> alert.times().openedAt()));
    }

    /** Returns the latest alert about each person. */
    Map<UUID, Alert> latest() {
        Map<UUID, Alert> latest = new HashMap<>();
        for (Alert alert : table.all()) {
            latest.merge(
                    alert.personId(),
                    alert,
                    (one, other) ->
                            one.times().openedAt().isBefore(other.times().openedAt()) ? other : one);
        }
        return latest;
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
                    routing.manager(alert.personId(), alert.times().openedAt(), out(alert.personId()));
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

    /** Says who must not get the alert about a person. */
    private Predicate<UUID> out(UUID personId) {
        Set<UUID> conflicts = table.conflicts().about(personId);
        return superior -> conflicts.contains(superior) || flagged(superior);
    }

    private boolean flagged(UUID personId) {
        return table.unclosedOf(personId).isPresent();
    }

    /** To the millisecond, so that every database keeps it as it is. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static void refuseClosed(Alert alert) {
        if (alert.state() == AlertState.CLOSED) {
            throw RestException.of(RetentionError.ALERT_CLOSED, "The alert is closed.");
        }
    }
}
