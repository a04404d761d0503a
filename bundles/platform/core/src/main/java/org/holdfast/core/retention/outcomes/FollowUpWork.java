package org.holdfast.core.retention.outcomes;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.people.Employee;
import org.holdfast.core.platform.calendar.WorkingCalendar;
import org.holdfast.core.retention.cases.CaseState;
import org.holdfast.core.retention.cases.RetentionCase;
import org.holdfast.core.retention.outcomes.FollowedCases.Recorded;
import org.holdfast.core.retention.outcomes.FollowedCases.Since;
import org.holdfast.core.work.WorkItem;
import org.holdfast.core.work.WorkKind;
import org.holdfast.core.work.WorkSource;

/** The cases after which somebody has to look, now or within a week: as for reminders, who had the case, else HR. */
final class FollowUpWork implements WorkSource {
    static final WorkKind FOLLOW_UP = new WorkKind("followUp", "alerts", "/cases");
    private static final int DAYS_AHEAD = 7;

    private final FollowedCases followed;
    private final Firm firm;

    FollowUpWork(FollowedCases followed, Firm firm) {
        this.followed = followed;
        this.firm = firm;
    }

    @Override
    public List<WorkItem> items(Visibility caller) {
        List<Recorded> known =
                followed.recorded().stream().filter(one -> looksAt(one, caller)).toList();
        Map<UUID, Place> places = new HashMap<>();
        List<Next> next = new ArrayList<>();
        followed.since(known).forEach((one, since) -> {
            Place place =
                    places.computeIfAbsent(one.subsidiaryId(), id -> new Place(firm.calendar(id), firm.today(id)));
            next(one.caseId(), since, place).ifPresent(next::add);
        });
        return next.isEmpty() ? List.of() : mine(next, caller);
    }

    /** Who looked is sealed. */
    @Override
    public int doneToday(Visibility caller) {
        return 0;
    }

    private record Next(UUID caseId, LocalDate dueOn, LocalDate today, Instant recordedAt) {
        WorkItem item(RetentionCase one) {
            WorkItem.Due due = new WorkItem.Due(dueOn, today, dueOn.isBefore(today), dueOn.equals(today));
            return new WorkItem(FOLLOW_UP, caseId, one.personId(), due, () -> "");
        }
    }

    /** Before anything sealed is opened: the rest follows with the case. */
    private boolean looksAt(Recorded one, Visibility caller) {
        return caller.tells("alerts", one.personId(), one.subsidiaryId())
                && caller.maySee(one.subsidiaryId(), one.personId())
                && firm.people()
                        .card(one.personId())
                        .filter(card -> card.status() != Employee.Status.LEFT)
                        .isPresent();
    }

    /** By which days a subsidiary works, and which day it is there. */
    private record Place(WorkingCalendar calendar, LocalDate today) {}

    private static Optional<Next> next(UUID caseId, Since since, Place place) {
        LocalDate today = place.today();
        FollowUp.Known known = new FollowUp.Known(today, false, null, since.done(), null);
        return FollowUp.after(since.on(), place.calendar(), known).stream()
                .filter(mark -> mark.state() == FollowUp.State.DUE || soon(mark, today))
                .findFirst()
                .map(mark -> new Next(caseId, mark.dueOn(), today, since.recordedAt()));
    }

    private static boolean soon(FollowUp mark, LocalDate today) {
        return mark.state() == FollowUp.State.COMING && !mark.dueOn().isAfter(today.plusDays(DAYS_AHEAD));
    }

    private List<WorkItem> mine(List<Next> next, Visibility caller) {
        Set<UUID> wanted = next.stream().map(Next::caseId).collect(Collectors.toSet());
        Map<UUID, RetentionCase> acted = firm.cases().acted(wanted, caller).stream()
                .filter(one -> one.state() == CaseState.CLOSED)
                .collect(Collectors.toMap(RetentionCase::id, Function.identity()));
        Set<UUID> flagged = firm.alerts().flagged();
        List<WorkItem> found = new ArrayList<>();
        for (Next one : next) {
            RetentionCase of = acted.get(one.caseId());
            if (of != null && !past(one, of) && looks(of, flagged, caller)) {
                found.add(one.item(of));
            }
        }
        return found;
    }

    /** What was due before a case was imported was looked after elsewhere. */
    private boolean past(Next next, RetentionCase of) {
        return of.imported() && next.dueOn().isBefore(firm.day(of.subsidiaryId(), next.recordedAt()));
    }

    private boolean looks(RetentionCase one, Set<UUID> flagged, Visibility caller) {
        UUID had = one.turn().talkerId();
        if (had != null && firm.alerts().superiors(one.personId(), flagged).contains(had)) {
            return caller.caller().employeeId().filter(had::equals).isPresent();
        }
        return firm.cases().asHr(one, caller);
    }
}
