package org.holdfast.core.retention.programmes;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.holdfast.core.people.Department;
import org.holdfast.core.people.Employee;
import org.holdfast.core.people.People;
import org.holdfast.core.platform.calendar.WorkingCalendar;
import org.holdfast.core.platform.rest.FieldError;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.core.retention.Alerts;
import org.holdfast.core.retention.plans.ApprovalRules;
import org.holdfast.core.retention.programmes.ProgrammeStep.What;
import org.jspecify.annotations.Nullable;

/**
 * Programmes: written by HR, approved by somebody else, begun with a cohort that is fixed from then on. Safe for use from many
 * threads: of two people who change the same at once the second is told, and nothing of the first is lost.
 */
final class Programmes {
    private final ProgrammeTable table;
    private final Cohorts cohorts;
    private final ApprovalRules rules;
    private final Firm firm;

    Programmes(ProgrammeTable table, Cohorts cohorts, ApprovalRules rules, Firm firm) {
        this.table = table;
        this.cohorts = cohorts;
        this.rules = rules;
        this.firm = firm;
    }

    /**
     * What programmes ask of other rooms.
     *
     * @param people everybody
     * @param alerts whose days of work they know
     * @param clock the time
     */
    record Firm(People people, Alerts alerts, Clock clock) {

        WorkingCalendar calendar(UUID subsidiaryId, @Nullable UUID ownerId) {
            return alerts.clock(subsidiaryId, ownerId).calendar();
        }

        LocalDate today(UUID subsidiaryId) {
            return LocalDate.ofInstant(
                    clock.instant(), calendar(subsidiaryId, null).zone());
        }

        /** To the millisecond, so that every database keeps it as it is. */
        Instant now() {
            return clock.instant().truncatedTo(ChronoUnit.MILLIS);
        }

        Set<UUID> units(UUID subsidiaryId) {
            return people.departments(subsidiaryId).stream().map(Department::id).collect(Collectors.toSet());
        }
    }

    /**
     * An account.
     *
     * @param id its random id, null for one that is no account, such as a token
     * @param name its user name
     * @param employeeId the employee it belongs to, null for none
     * @param groupHr whether it decides for the whole group
     */
    record By(@Nullable UUID id, String name, @Nullable UUID employeeId, boolean groupHr) {}

    Firm firm() {
        return firm;
    }

    Cohorts cohorts() {
        return cohorts;
    }

    /** Reads a new programme without storing it. */
    Programme draft(ProgrammeFields fields) {
        UUID subsidiary = Optional.ofNullable(fields.subsidiaryId()).orElseThrow(RestException::notFound);
        Set<UUID> units = firm.units(subsidiary);
        if (fields.teamId() != null && !units.contains(fields.teamId())) {
            throw RestException.invalid("teamId", "unknown");
        }
        requireOwner(subsidiary, fields.ownerId(), null);
        return new Programme(
                UUID.randomUUID(),
                subsidiary,
                0,
                new Programme.Course(ProgrammeState.DRAFT, null, firm.now(), null, null),
                new Programme.Duty(fields.ownerId(), fields.teamId()),
                form(subsidiary, fields.ownerId()).read(fields, units, null));
    }

    /** Begins a programme that was read. */
    Programme create(Programme fresh, By by) {
        table.add(fresh, step(What.CREATED, by, "", List.of()));
        return again(fresh);
    }

    /** Reads a change of a draft without storing it. */
    Programme changed(Programme was, ProgrammeFields fields) {
        requireState(was, ProgrammeState.DRAFT);
        if (fields.version() == null) {
            throw RestException.invalid("version", "missing");
        }
        if (fields.version() != was.version()) {
            throw changed();
        }
        UUID subsidiary = was.subsidiaryId();
        requireOwner(subsidiary, fields.ownerId(), was.duty().ownerId());
        ProgrammeFields whole = new ProgrammeFields(
                subsidiary,
                was.duty().teamId(),
                fields.template(),
                fields.title(),
                fields.reason(),
                fields.cohort(),
                fields.actions(),
                fields.ownerId(),
                fields.terms(),
                fields.version());
        return new Programme(
                was.id(),
                subsidiary,
                was.version(),
                was.course(),
                new Programme.Duty(fields.ownerId(), was.duty().teamId()),
                form(subsidiary, fields.ownerId()).read(whole, firm.units(subsidiary), was.content()));
    }

    /** Stores a change that was read. */
    Programme change(Programme was, Programme fresh, By by) {
        List<String> changes = ProgrammeChanges.between(was, fresh);
        if (changes.isEmpty()) {
            return was;
        }
        if (!table.change(fresh, step(What.CHANGED, by, "", changes))) {
            throw changed();
        }
        return again(fresh);
    }

    /** Puts a draft before whoever approves. */
    Programme submit(Programme was, String note, By by) {
        requireState(was, ProgrammeState.DRAFT);
        List<FieldError> errors = new ArrayList<>();
        if (was.content().actions().isEmpty()) {
            errors.add(FieldError.of("actions", "missing"));
        }
        if (was.content().terms().dueOn() == null) {
            errors.add(FieldError.of("terms.dueOn", "missing"));
        }
        if (!errors.isEmpty()) {
            throw RestException.invalid(errors);
        }
        return advance(was.with(was.course().with(ProgrammeState.SUBMITTED, by.id())), What.SUBMITTED, note, by);
    }

    /** Approves what was put forward, or gives it back. */
    Programme decide(Programme was, boolean approved, String note, By by) {
        requireState(was, ProgrammeState.SUBMITTED);
        if (own(was, by)) {
            throw RestException.of(
                    ProgrammeError.OWN_PROGRAMME, "Nobody approves what they have put forward themselves.");
        }
        if (!mayDecide(was, by)) {
            throw RestException.of(ProgrammeError.NOT_ASKED_PROGRAMME, "Somebody else is asked to approve it.");
        }
        Programme.Course next = approved
                ? was.course().with(ProgrammeState.APPROVED, was.course().submittedBy())
                : was.course().with(ProgrammeState.DRAFT, null);
        return advance(was.with(next), approved ? What.APPROVED : What.RETURNED, note, by);
    }

    /** Makes what was put forward or approved a draft again: it then has to be approved anew. */
    Programme reopen(Programme was, String note, By by) {
        requireState(was, ProgrammeState.SUBMITTED, ProgrammeState.APPROVED);
        return advance(was.with(was.course().with(ProgrammeState.DRAFT, null)), What.REOPENED, note, by);
    }

    /** Fixes the cohort: who meets the criteria today belongs to it for good, and nobody else ever does. */
    Programme start(Programme was, String note, By by) {
        requireState(was, ProgrammeState.APPROVED);
        LocalDate today = firm.today(was.subsidiaryId());
        List<UUID> members = cohorts.of(was.subsidiaryId(), was.content().cohort(), today).stream()
                .map(Employed::id)
                .toList();
        if (members.isEmpty()) {
            throw RestException.of(ProgrammeError.COHORT_EMPTY, "Nobody meets the criteria.");
        }
        Programme fresh = was.with(was.course().started(today));
        if (!table.start(fresh, members, step(What.STARTED, by, note, List.of()))) {
            throw changed();
        }
        return again(was);
    }

    /** Ends a programme: it was carried out, or nothing more is done. */
    Programme end(Programme was, ProgrammeState how, String note, By by) {
        if (was.course().state().over() || (how == ProgrammeState.FINISHED && !was.begun())) {
            throw wrongState();
        }
        Programme fresh = was.with(was.course().ended(how, firm.today(was.subsidiaryId())));
        return advance(fresh, how == ProgrammeState.FINISHED ? What.FINISHED : What.CANCELLED, note, by);
    }

    /** Says whether somebody may approve a programme: the one who approves plans of the subsidiary, and group HR. */
    boolean mayDecide(Programme of, By by) {
        UUID named = rules.named(of.subsidiaryId()).orElse(null);
        return of.course().state() == ProgrammeState.SUBMITTED
                && !own(of, by)
                && (by.groupHr() || (named != null && named.equals(by.employeeId())));
    }

    /** Returns the employee who approves besides group HR, empty where nobody is named. */
    Optional<UUID> approver(UUID subsidiaryId) {
        return rules.named(subsidiaryId);
    }

    ProgrammeStep step(What what, By by, String note, List<String> changes) {
        return new ProgrammeStep(firm.now(), new ProgrammeStep.Words(what, by.name(), note, changes));
    }

    static RestException changed() {
        return RestException.of(
                ProgrammeError.PROGRAMME_CHANGED,
                "Somebody else has changed it meanwhile: look at what they did, then try again.");
    }

    static void requireState(Programme of, ProgrammeState... wanted) {
        if (!List.of(wanted).contains(of.course().state())) {
            throw wrongState();
        }
    }

    private static RestException wrongState() {
        return RestException.of(
                ProgrammeError.PROGRAMME_STATE, "That is not what comes next in the state the programme is in.");
    }

    /** Without an account, such as by a token, nobody can be told from who put it forward. */
    private static boolean own(Programme of, By by) {
        return by.id() == null || by.id().equals(of.course().submittedBy());
    }

    private Programme advance(Programme fresh, What what, String note, By by) {
        if (!table.change(fresh, step(what, by, note, List.of()))) {
            throw changed();
        }
        return again(fresh);
    }

    private Programme again(Programme of) {
        return table.find(of.id()).orElseThrow(RestException::notFound);
    }

    private ProgrammeForm form(UUID subsidiaryId, @Nullable UUID ownerId) {
        return new ProgrammeForm(firm.calendar(subsidiaryId, ownerId), firm.today(subsidiaryId));
    }

    private void requireOwner(UUID subsidiaryId, @Nullable UUID ownerId, @Nullable UUID before) {
        if (ownerId == null || ownerId.equals(before)) {
            return;
        }
        boolean works = firm.people()
                .card(ownerId)
                .filter(card -> card.status() != Employee.Status.LEFT
                        && card.subsidiaryId().equals(subsidiaryId))
                .isPresent();
        if (!works) {
            throw RestException.invalid("ownerId", "unknown");
        }
    }
}
