package org.holdfast.core.retention.cases;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.people.EmployeeRow;
import org.holdfast.core.people.People;
import org.holdfast.core.people.PersonCard;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.core.platform.rest.Texts;
import org.holdfast.core.retention.Alerts;
import org.holdfast.core.retention.Recipient;
import org.holdfast.core.retention.cases.CaseView.ClockView;
import org.holdfast.core.retention.cases.CaseView.Talker;
import org.holdfast.core.retention.cases.CaseView.TurnView;
import org.holdfast.core.retention.cases.RetentionCase.End;
import org.holdfast.core.retention.cases.RetentionCase.PastTurn;
import org.holdfast.core.retention.cases.RetentionCase.Times;
import org.jspecify.annotations.Nullable;

/**
 * Shows cases to whoever asks: to HR those of its subsidiaries, to a superior those that are theirs to talk, and those that they
 * had until they went up. Never to the person, to anybody who reports to them, or to who has an interest of their own in it. Safe for use from many threads.
 */
final class CaseReader {
    private final CaseTable table;
    private final Alerts alerts;
    private final People people;
    private final Texts texts;
    private final Clock clock;

    CaseReader(CaseTable table, Alerts alerts, People people, Texts texts, Clock clock) {
        this.table = table;
        this.alerts = alerts;
        this.people = people;
        this.texts = texts;
        this.clock = clock;
    }

    /** Returns the cases the caller may see: overdue first, then those that wait by their due day, then the others. */
    List<RetentionCase> visible(List<RetentionCase> all, Visibility caller) {
        Instant now = clock.instant();
        Set<UUID> had = had(caller);
        Set<UUID> closed = alerts.conflicts().closedTo(caller);
        Comparator<RetentionCase> order = Comparator.comparing((RetentionCase one) -> !one.overdue(now))
                .thenComparing(RetentionCase::state)
                .thenComparing(one -> one.turn().dueAt())
                .thenComparing(RetentionCase::id);
        return all.stream()
                .filter(one -> !closed.contains(one.alertId()) && may(one, had, caller))
                .sorted(order)
                .toList();
    }

    /** Returns all cases, those of a state, or that of an alert. */
    List<RetentionCase> cases(@Nullable CaseState state, @Nullable UUID alert) {
        if (alert != null) {
            return table.ofAlert(alert).stream()
                    .filter(one -> state == null || one.state() == state)
                    .toList();
        }
        return state == null ? table.all() : table.inState(state);
    }

    /** Finds a case the caller may see, else answers 404. */
    RetentionCase find(UUID id, Visibility caller) {
        return table.find(id).filter(one -> sees(one, caller)).orElseThrow(RestException::notFound);
    }

    boolean sees(RetentionCase one, Visibility caller) {
        return may(one, had(caller), caller) && !closedTo(one, caller);
    }

    /** Says whether the caller has an interest of their own in a case. */
    boolean closedTo(RetentionCase one, Visibility caller) {
        return alerts.conflicts().bar(one.alertId(), caller);
    }

    /** Says whether the caller sees a case as HR of the person. */
    static boolean asHr(RetentionCase one, Visibility caller) {
        return caller.has("risk:read", one.subsidiaryId(), one.personId());
    }

    /** Says whether the caller is the superior who has to talk. */
    static boolean asTalker(RetentionCase one, Visibility caller) {
        Optional<UUID> self = caller.caller().employeeId();
        return self.isPresent() && self.get().equals(one.turn().talkerId());
    }

    /** Says whether the caller has to talk: as the superior, or as HR where it is HR's. */
    static boolean yours(RetentionCase one, Visibility caller) {
        return asTalker(one, caller) || (one.turn().talkerId() == null && asHr(one, caller) && !one.imported());
    }

    /** Returns those of some cases in which the caller acts: as HR, or as who has to talk. */
    List<RetentionCase> acted(List<RetentionCase> some, Visibility caller) {
        Set<UUID> closed = alerts.conflicts().closedTo(caller);
        return some.stream()
                .filter(one -> !closed.contains(one.alertId()) && may(one, Set.of(), caller))
                .toList();
    }

    /** Shows a case. */
    CaseView view(RetentionCase one, Visibility caller, @Nullable String language) {
        String tag = texts.negotiate(language);
        boolean hr = asHr(one, caller);
        UUID talker = one.turn().talkerId();
        String role = talker == null ? Recipient.Role.HR.code() : Recipient.Role.MANAGER.code();
        return new CaseView(
                one.id(),
                hr || asTalker(one, caller) ? one.alertId() : null,
                EmployeeRow.of(card(one), people),
                one.state().code(),
                one.overdue(clock.instant()),
                yours(one, caller),
                new Talker(role, name(talker, tag)),
                clock(one),
                turns(one, caller, tag),
                null,
                null,
                false,
                one.imported());
    }

    /** Returns the time zone of who has to talk. */
    ZoneId zone(RetentionCase one) {
        return alerts.clock(one.subsidiaryId(), one.turn().talkerId())
                .calendar()
                .zone();
    }

    private boolean may(RetentionCase one, Set<UUID> had, Visibility caller) {
        UUID person = one.personId();
        UUID subsidiary = one.subsidiaryId();
        return caller.tells("alerts", person, subsidiary)
                && caller.maySee(subsidiary, person)
                && (asHr(one, caller) || asTalker(one, caller) || had.contains(one.id()))
                // Whoever is being erased at this moment has no card any more.
                && people.card(person).isPresent();
    }

    private Set<UUID> had(Visibility caller) {
        return caller.caller().employeeId().map(table::escalatedFrom).orElse(Set.of());
    }

    private ClockView clock(RetentionCase one) {
        ZoneId zone = zone(one);
        Times times = one.times();
        return new ClockView(
                moment(one.turn().startedAt(), zone),
                one.turn().dueOn(),
                momentOrNull(one.turn().remindedAt(), zone),
                momentOrNull(times.escalatedAt(), zone),
                momentOrNull(times.talkedAt(), zone),
                momentOrNull(times.closedAt(), zone));
    }

    private List<TurnView> turns(RetentionCase one, Visibility caller, String tag) {
        boolean hr = asHr(one, caller);
        ZoneId zone = zone(one);
        Optional<UUID> self = caller.caller().employeeId();
        return table.turns(one.id()).stream()
                .filter(turn -> hr || own(turn, self))
                .map(turn -> new TurnView(
                        name(turn.talkerId(), tag),
                        moment(turn.startedAt(), zone),
                        turn.dueOn(),
                        moment(turn.endedAt(), zone),
                        turn.end().code(),
                        hr ? "alertRouting" : "alerts"))
                .toList();
    }

    @SuppressWarnings("OptionalUsedAsFieldOrParameterType") // as the caller has it
    private static boolean own(PastTurn turn, Optional<UUID> self) {
        return turn.end() == End.ESCALATED && self.isPresent() && self.get().equals(turn.talkerId());
    }

    private String name(@Nullable UUID talker, String tag) {
        return talker == null
                ? texts.text(tag, "retention.recipient.hr")
                : people.card(talker).map(PersonCard::name).orElse("");
    }

    private PersonCard card(RetentionCase one) {
        return people.card(one.personId()).orElseThrow(RestException::notFound);
    }

    private static OffsetDateTime moment(Instant at, ZoneId zone) {
        return at.atZone(zone).toOffsetDateTime();
    }

    private static @Nullable OffsetDateTime momentOrNull(@Nullable Instant at, ZoneId zone) {
        return at == null ? null : moment(at, zone);
    }
}
