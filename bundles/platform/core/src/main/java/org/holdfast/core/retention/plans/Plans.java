package org.holdfast.core.retention.plans;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.holdfast.api.industry.ActionKind;
import org.holdfast.api.industry.PlanTemplate;
import org.holdfast.core.people.Employee;
import org.holdfast.core.people.People;
import org.holdfast.core.platform.rest.FieldError;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.retention.Alerts;
import org.holdfast.core.retention.PlanTemplates;
import org.holdfast.core.retention.cases.CaseState;
import org.holdfast.core.retention.cases.Cases;
import org.holdfast.core.retention.cases.RetentionCase;
import org.holdfast.core.retention.plans.ApprovalRule.Approval;
import org.holdfast.core.retention.plans.PlanStep.What;
import org.jspecify.annotations.Nullable;

/**
 * The plans: written by HR and the superior who has the case, approved by somebody else, carried out on a board. Nothing that
 * costs or changes a post begins before it is approved. Safe for use from many threads: of two people who change the same at
 * once the second is told, and nothing of the first is lost.
 */
final class Plans {
    /** Talking needs nobody's approval. */
    private static final Set<ActionKind> FREE = EnumSet.of(ActionKind.CONVERSATION);

    private final PlanTable table;
    private final ApprovalRules rules;
    private final PlanTemplates templates;
    private final Firm firm;

    Plans(PlanTable table, ApprovalRules rules, PlanTemplates templates, Firm firm) {
        this.table = table;
        this.rules = rules;
        this.templates = templates;
        this.firm = firm;
    }

    /**
     * What plans ask of other rooms.
     *
     * @param people everybody
     * @param alerts who could get an alert about whom
     * @param cases who has to talk
     * @param clock the time
     */
    record Firm(People people, Alerts alerts, Cases cases, Clock clock) {

        /** Returns the superiors above the one who has a case, the nearest first; all of them where HR has it. */
        List<UUID> above(Plan plan) {
            List<UUID> line = alerts.superiors(plan.personId());
            UUID talker =
                    cases.find(plan.caseId()).map(one -> one.turn().talkerId()).orElse(null);
            return talker == null ? line : line.subList(line.indexOf(talker) + 1, line.size());
        }

        /** Returns who has an interest of their own in the case of a plan. */
        Set<UUID> conflicts(Plan plan) {
            return cases.find(plan.caseId())
                    .map(one -> alerts.conflicts().of(one.alertId()))
                    .orElse(Set.of());
        }

        Owners owners(UUID subsidiaryId, UUID personId) {
            return new Owners(alerts, subsidiaryId, alerts.superiors(personId), clock);
        }

        boolean left(UUID personId) {
            return people.card(personId)
                    .filter(card -> card.status() != Employee.Status.LEFT)
                    .isEmpty();
        }

        /** To the millisecond, so that every database keeps it as it is. */
        Instant now() {
            return clock.instant().truncatedTo(ChronoUnit.MILLIS);
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

    /** Begins the plan of a case. */
    Plan create(RetentionCase of, List<ActionFields> actions, By by) {
        if (of.state() == CaseState.CLOSED) {
            throw RestException.of(PlanError.CASE_CLOSED, "The case is closed: nothing is planned any more.");
        }
        requireEmployed(of.personId());
        List<Action> written = new ArrayList<>();
        for (ActionFields fields : actions) {
            ActionForm form = form(of.subsidiaryId(), of.personId(), "actions[" + written.size() + "].");
            written.add(begun(form.read(fields, null)));
        }
        Plan plan = new Plan(
                UUID.randomUUID(),
                of.id(),
                of.subsidiaryId(),
                of.personId(),
                0,
                new Plan.Course(PlanState.DRAFT, null, null, firm.now(), null),
                written);
        if (!table.add(plan, step(What.CREATED, null, by, "", List.of()), () -> declare(plan, written))) {
            throw RestException.of(PlanError.PLAN_EXISTS, "The case has a plan: add to it.");
        }
        return again(plan);
    }

    /** Adds an action to a draft. */
    Plan add(Plan plan, ActionFields fields, By by) {
        requireRunning(plan);
        requireDraft(plan);
        Action action = begun(form(plan, "").read(fields, null));
        if (plan.version() != version(fields.version())
                || !table.append(
                        plan,
                        action,
                        step(What.ADDED, action.id(), by, "", List.of()),
                        () -> declare(plan, List.of(action)))) {
            throw changed();
        }
        return again(plan);
    }

    /** Changes an action, or moves it on the board. What was approved keeps its promise. */
    Plan change(Plan plan, Action action, ActionFields fields, By by) {
        requireRunning(plan);
        ActionForm.Draft draft = form(plan, "").read(fields, action);
        if (!draft.content().promisesAs(action.content())) {
            requireDraft(plan);
        }
        requireMayBegin(plan, action, draft);
        if (action.version() != version(fields.version())) {
            throw changed();
        }
        List<String> changes = ActionChanges.between(action, draft);
        if (changes.isEmpty()) {
            return plan;
        }
        Action.Task task = draft.task();
        Instant doneAt = task.state() == ActionState.DONE
                ? action.task().state() == ActionState.DONE ? action.task().doneAt() : firm.now()
                : null;
        Action fresh = new Action(
                action.id(),
                action.version(),
                new Action.Task(task.state(), task.ownerId(), task.dueOn(), doneAt),
                draft.content());
        if (!table.change(
                plan, fresh, step(What.CHANGED, action.id(), by, "", changes), () -> declare(plan, List.of(fresh)))) {
            throw changed();
        }
        return again(plan);
    }

    /** Whoever holds an offered post or stands for it drops out of the case, and has nothing to do in its plan. */
    private void declare(Plan plan, List<Action> actions) {
        Set<UUID> parties = actions.stream()
                .flatMap(action -> action.content().offer().parties().stream())
                .collect(Collectors.toSet());
        if (!parties.isEmpty()) {
            UUID alert =
                    firm.cases().find(plan.caseId()).map(RetentionCase::alertId).orElseThrow(RestException::notFound);
            Subject person = Subject.person(plan.subsidiaryId(), plan.personId());
            firm.alerts().conflicts().declare(alert, person, parties);
            parties.forEach(party -> table.release(plan.id(), party));
        }
    }

    /** Puts a draft before whoever approves; where nobody has to, it is approved. */
    Plan submit(Plan plan, int version, String note, By by) {
        requireRunning(plan);
        requireDraft(plan);
        requireComplete(plan);
        ApprovalRule rule = rules.of(plan.subsidiaryId());
        boolean free = rule.approval() == Approval.NONE;
        Instant now = firm.now();
        Plan.Course next = new Plan.Course(
                free ? PlanState.APPROVED : PlanState.SUBMITTED,
                approver(plan, rule, by),
                by.id(),
                plan.course().createdAt(),
                free ? now : null);
        return advance(plan, version, next, step(free ? What.APPROVED : What.SUBMITTED, null, by, note, List.of()));
    }

    /** Approves a plan, or gives it back. */
    Plan decide(Plan plan, int version, boolean approved, Noted noted) {
        requireRunning(plan);
        if (plan.course().state() != PlanState.SUBMITTED) {
            throw RestException.of(PlanError.PLAN_NOT_SUBMITTED, "The plan is not before anybody to approve.");
        }
        By by = noted.by();
        if (by.id() != null && by.id().equals(plan.course().submittedBy())) {
            throw RestException.of(PlanError.OWN_PLAN, "Nobody approves what they have put forward themselves.");
        }
        Plan.Course was = plan.course();
        Plan.Course next = new Plan.Course(
                approved ? PlanState.APPROVED : PlanState.DRAFT,
                approved ? by.employeeId() : null,
                approved ? was.submittedBy() : null,
                was.createdAt(),
                approved ? firm.now() : null);
        What what = approved ? What.APPROVED : What.RETURNED;
        return advance(plan, version, next, step(what, null, by, noted.note(), List.of()));
    }

    /**
     * Who says something to a decision.
     *
     * @param by who
     * @param note what is written beside it, may be empty
     */
    record Noted(By by, String note) {}

    /** Makes a submitted or approved plan a draft again: what is changed then has to be approved anew. */
    Plan reopen(Plan plan, int version, String note, By by) {
        requireRunning(plan);
        if (plan.course().state() == PlanState.DRAFT) {
            return plan;
        }
        Plan.Course next =
                new Plan.Course(PlanState.DRAFT, null, null, plan.course().createdAt(), null);
        return advance(plan, version, next, step(What.REOPENED, null, by, note, List.of()));
    }

    /** Says whether somebody may approve a plan: whom it was put before, and group HR. */
    static boolean mayDecide(Plan plan, By by) {
        UUID approver = plan.course().approverId();
        boolean own = by.id() != null && by.id().equals(plan.course().submittedBy());
        return plan.course().state() == PlanState.SUBMITTED
                && !own
                && (by.groupHr() || (approver != null && approver.equals(by.employeeId())));
    }

    private Plan advance(Plan plan, int version, Plan.Course next, PlanStep step) {
        if (plan.version() != version || !table.advance(plan, next, step)) {
            throw changed();
        }
        return again(plan);
    }

    /** The next one up who is not the one who asks; group HR where there is nobody. */
    private @Nullable UUID approver(Plan plan, ApprovalRule rule, By by) {
        return switch (rule.approval()) {
            case NONE -> by.employeeId();
            case NAMED ->
                Optional.ofNullable(rule.approverId())
                        .filter(named -> !firm.conflicts(plan).contains(named))
                        .orElse(null);
            case LINE ->
                firm.above(plan).stream()
                        .filter(superior -> !superior.equals(by.employeeId()))
                        .findFirst()
                        .orElse(null);
        };
    }

    private void requireComplete(Plan plan) {
        List<FieldError> errors = new ArrayList<>();
        Map<String, PlanTemplate> known = templates.of(plan.subsidiaryId());
        for (int at = 0; at < plan.actions().size(); at++) {
            Action action = plan.actions().get(at);
            if (action.task().state() != ActionState.DROPPED) {
                asked(action.content(), known.get(action.content().template()), "actions[" + at + "].", errors);
            }
        }
        if (plan.actions().stream().noneMatch(action -> action.task().state().open())) {
            errors.add(FieldError.of("actions", "missing"));
        }
        if (!errors.isEmpty()) {
            throw RestException.invalid(errors);
        }
    }

    private static void asked(
            ActionContent content, @Nullable PlanTemplate template, String path, List<FieldError> errors) {
        Set<PlanTemplate.Ask> asks = template == null ? Set.of() : template.asks();
        BigDecimal percent = content.percent();
        if (asks.contains(PlanTemplate.Ask.PERCENT) && percent == null) {
            errors.add(FieldError.of(path + "percent", "missing"));
        }
        if (asks.contains(PlanTemplate.Ask.COST) && content.cost() == null) {
            errors.add(FieldError.of(path + "cost.amount", "missing"));
        }
        if (asks.contains(PlanTemplate.Ask.TARGET) && content.target().isEmpty()) {
            errors.add(FieldError.of(path + "target", "missing"));
        }
    }

    private void requireEmployed(UUID personId) {
        if (firm.left(personId)) {
            throw RestException.of(PlanError.PERSON_LEFT, "The person has left: nothing is planned any more.");
        }
    }

    private void requireRunning(Plan plan) {
        if (plan.course().state() == PlanState.STOPPED) {
            throw RestException.of(PlanError.PLAN_STOPPED, "The plan is stopped.");
        }
        requireEmployed(plan.personId());
    }

    private static void requireDraft(Plan plan) {
        if (plan.course().state() != PlanState.DRAFT) {
            throw RestException.of(
                    PlanError.PLAN_NOT_DRAFT,
                    "The plan is submitted or approved: reopen it to change what it promises.");
        }
    }

    private static void requireMayBegin(Plan plan, Action action, ActionForm.Draft draft) {
        ActionState state = draft.task().state();
        boolean begins = (state == ActionState.DOING || state == ActionState.DONE)
                && state != action.task().state();
        boolean approved = plan.course().state() == PlanState.APPROVED;
        if (begins && !approved && !FREE.contains(draft.content().kind())) {
            throw RestException.of(PlanError.PLAN_NOT_APPROVED, "The plan is not approved: only talks begin before.");
        }
    }

    private Action begun(ActionForm.Draft draft) {
        Action.Task task = draft.task();
        return new Action(
                UUID.randomUUID(),
                0,
                new Action.Task(ActionState.TODO, task.ownerId(), task.dueOn(), null),
                draft.content());
    }

    private ActionForm form(Plan plan, String path) {
        return form(plan.subsidiaryId(), plan.personId(), path);
    }

    private ActionForm form(UUID subsidiaryId, UUID personId, String path) {
        return new ActionForm(templates.of(subsidiaryId), firm.owners(subsidiaryId, personId), path);
    }

    private Plan again(Plan plan) {
        return table.find(plan.id()).orElseThrow(RestException::notFound);
    }

    private PlanStep step(What what, @Nullable UUID actionId, By by, String note, List<String> changes) {
        return new PlanStep(firm.now(), actionId, new PlanStep.Words(what, by.name(), note, changes));
    }

    private static int version(@Nullable Integer version) {
        if (version == null) {
            throw RestException.invalid("version", "missing");
        }
        return version;
    }

    private static RestException changed() {
        return RestException.of(
                PlanError.PLAN_CHANGED,
                "Somebody else has changed it meanwhile: look at what they did, then try again.");
    }
}
