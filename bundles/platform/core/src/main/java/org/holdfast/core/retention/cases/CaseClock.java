package org.holdfast.core.retention.cases;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.holdfast.core.people.Employee;
import org.holdfast.core.people.People;
import org.holdfast.core.retention.Alert;
import org.holdfast.core.retention.Alerts;
import org.holdfast.core.retention.Recipient;
import org.holdfast.core.retention.TalkClock;
import org.holdfast.core.retention.cases.RetentionCase.End;
import org.holdfast.core.retention.cases.RetentionCase.Times;
import org.holdfast.core.retention.cases.RetentionCase.Turn;
import org.jspecify.annotations.Nullable;

/**
 * Moves cases as time goes by: opens, reminds, escalates, hands over and closes. Looks at what stands and does what is due, so
 * that it can be cut off at any moment and begins again. Safe for use from many threads and servers.
 */
final class CaseClock {
    /** How often a case goes up before it stays with HR. */
    static final int MOST_ESCALATIONS = 2;

    private final CaseTable table;
    private final Alerts alerts;
    private final People people;
    private final Clock clock;

    CaseClock(CaseTable table, Alerts alerts, People people, Clock clock) {
        this.table = table;
        this.alerts = alerts;
        this.people = people;
        this.clock = clock;
    }

    /** Does what is due. Returns how many cases were opened or moved. */
    int tick() {
        // Cases first: one whose alert is not among the open ones read after it has a closed alert, not a newer one.
        List<RetentionCase> cases = table.unclosed();
        Map<UUID, Alert> open =
                alerts.unclosed().stream().collect(Collectors.toMap(Alert::id, Function.identity(), (a, b) -> a));
        Set<UUID> flagged = open.values().stream().map(Alert::personId).collect(Collectors.toSet());
        Map<UUID, Set<UUID>> conflicts = alerts.conflicts().all();
        int moved = 0;
        for (RetentionCase one : cases) {
            moved += move(
                            one,
                            open.get(one.alertId()),
                            new Out(flagged, conflicts.getOrDefault(one.alertId(), Set.of())))
                    ? 1
                    : 0;
        }
        Set<UUID> known = cases.stream().map(RetentionCase::alertId).collect(Collectors.toCollection(HashSet::new));
        for (Alert alert : open.values()) {
            moved += !known.contains(alert.id()) && open(alert) ? 1 : 0;
        }
        return moved;
    }

    /** Opens the case of an alert that has come to whom it is for: the clock starts with the delivery. */
    private boolean open(Alert alert) {
        boolean under = alert.recipients().stream()
                .anyMatch(recipient -> recipient.role() == Recipient.Role.MANAGER && recipient.deliveredAt() == null);
        if (under || left(alert.personId())) {
            return false;
        }
        Recipient manager = alert.recipients().stream()
                .filter(recipient -> recipient.role() == Recipient.Role.MANAGER)
                .findFirst()
                .orElse(null);
        UUID talker = manager == null ? null : manager.personId();
        Instant from = manager == null ? alert.times().openedAt() : Objects.requireNonNull(manager.deliveredAt());
        return table.open(new RetentionCase(
                UUID.randomUUID(),
                alert.id(),
                alert.subsidiaryId(),
                alert.personId(),
                CaseState.WAITING,
                turn(1, alert.subsidiaryId(), talker, from, 0),
                new Times(from, null, null, null)));
    }

    /**
     * Who must not have a case.
     *
     * @param flagged the people about whom an alert is open
     * @param conflicted who has an interest of their own in it
     */
    private record Out(Set<UUID> flagged, Set<UUID> conflicted) {

        Set<UUID> all() {
            Set<UUID> all = new HashSet<>(flagged);
            all.addAll(conflicted);
            return all;
        }
    }

    private boolean move(RetentionCase one, @Nullable Alert alert, Out out) {
        if (alert == null) {
            return table.close(one, now());
        }
        if (left(one.personId())) {
            // First the alert: where it is cut off between, the next look closes the case.
            alerts.closeAsLeft(alert.id());
            return table.close(one, now());
        }
        return one.state() == CaseState.WAITING ? waits(one, alert, out) : passes(one, alert, out);
    }

    /** Once somebody has talked, the case goes to somebody else only where who has it has an interest of their own in it. */
    private boolean passes(RetentionCase one, Alert alert, Out out) {
        UUID talker = one.turn().talkerId();
        if (talker != null) {
            return out.conflicted().contains(talker) && takeAway(one, alert);
        }
        Recipient delivered = delivered(alert);
        return !out.conflicted().isEmpty()
                && delivered != null
                && delivered.personId() != null
                && follow(one, delivered);
    }

    private boolean waits(RetentionCase one, Alert alert, Out out) {
        Recipient delivered = delivered(alert);
        UUID talker = one.turn().talkerId();
        if (talker == null && delivered != null && delivered.personId() != null) {
            return follow(one, delivered);
        }
        if (talker != null && !alerts.superiors(one.personId(), out.all()).contains(talker)) {
            return takeAway(one, alert);
        }
        TalkClock due = alerts.clock(one.subsidiaryId(), talker);
        Instant reminded = one.turn().remindedAt();
        if (reminded == null) {
            return !now().isBefore(due.remindsAt(one.turn().dueOn())) && table.remind(one, now());
        }
        return talker != null
                && !now().isBefore(due.escalatesAt(one.turn().dueOn(), reminded))
                && escalate(one, talker);
    }

    /** A superior has got the alert in the morning: they have to talk. */
    private boolean follow(RetentionCase one, Recipient delivered) {
        Instant from = Objects.requireNonNull(delivered.deliveredAt());
        Turn next = next(one, delivered.personId(), from, one.turn().escalations());
        return table.pass(one, next, End.DELIVERED, () -> {});
    }

    /** HR has it until the next morning's delivery to who is responsible now, or for good where there is nobody. */
    private boolean takeAway(RetentionCase one, Alert alert) {
        Turn next = next(one, null, now(), one.turn().escalations());
        return table.pass(one, next, End.MOVED, () -> alerts.reroute(alert));
    }

    private boolean escalate(RetentionCase one, UUID talker) {
        Turn was = one.turn();
        if (was.escalations() >= MOST_ESCALATIONS) {
            // It stays with HR, and overdue: no further time is given.
            Turn last = new Turn(
                    was.number() + 1, null, now(), was.dueOn(), was.dueAt(), was.remindedAt(), was.escalations());
            return table.pass(one, last, End.ESCALATED, () -> alerts.handOver(one.alertId(), null, now()));
        }
        List<UUID> line = alerts.superiors(one.personId());
        UUID above = line.stream().skip(line.indexOf(talker) + 1L).findFirst().orElse(null);
        Turn next = next(one, above, now(), was.escalations() + 1);
        return table.pass(one, next, End.ESCALATED, () -> alerts.handOver(one.alertId(), above, next.startedAt()));
    }

    private Turn next(RetentionCase one, @Nullable UUID talker, Instant from, int escalations) {
        return turn(one.turn().number() + 1, one.subsidiaryId(), talker, from, escalations);
    }

    private Turn turn(int number, UUID subsidiaryId, @Nullable UUID talker, Instant from, int escalations) {
        TalkClock time = alerts.clock(subsidiaryId, talker);
        LocalDate dueOn = time.dueOn(from);
        return new Turn(number, talker, from, dueOn, time.endOf(dueOn), null, escalations);
    }

    private static @Nullable Recipient delivered(Alert alert) {
        return alert.recipients().stream()
                .filter(recipient -> recipient.role() == Recipient.Role.MANAGER && recipient.deliveredAt() != null)
                .findFirst()
                .orElse(null);
    }

    private boolean left(UUID personId) {
        return people.card(personId)
                .filter(card -> card.status() == Employee.Status.LEFT)
                .isPresent();
    }

    /** To the millisecond, so that every database keeps it as it is. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
