package org.holdfast.core.retention.plans;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.holdfast.core.access.Role;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.people.EmployeeRow;
import org.holdfast.core.people.People;
import org.holdfast.core.people.PersonCard;
import org.holdfast.core.platform.calendar.WorkingCalendar;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.core.platform.rest.Texts;
import org.holdfast.core.retention.cases.Cases;
import org.holdfast.core.retention.cases.RetentionCase;
import org.holdfast.core.retention.plans.PlanView.ActionView;
import org.holdfast.core.retention.plans.PlanView.CostView;
import org.holdfast.core.retention.plans.PlanView.OfferView;
import org.holdfast.core.retention.plans.PlanView.OwnerView;
import org.holdfast.core.retention.plans.PlanView.PartyView;
import org.holdfast.core.retention.plans.PlanView.StepView;
import org.jspecify.annotations.Nullable;

/**
 * Shows plans to whoever asks: to HR of the person, to the superior who has the case, and to whom one was put before. Never to
 * the person, nor to anybody who reports to them. Safe for use from many threads.
 */
final class PlanReader {
    private static final int FAR = 400;

    private final PlanTable table;
    private final Cases cases;
    private final Plans.Firm firm;
    private final Texts texts;

    PlanReader(PlanTable table, Cases cases, Plans.Firm firm, Texts texts) {
        this.table = table;
        this.cases = cases;
        this.firm = firm;
        this.texts = texts;
    }

    /** Returns the plans the caller may see: what is due first before the rest. */
    List<Plan> visible(List<Plan> all, Visibility caller) {
        Comparator<Plan> order = Comparator.comparing(PlanReader::firstDue)
                .thenComparing(plan -> plan.course().createdAt())
                .thenComparing(Plan::id);
        // Asked of the database once, not plan by plan.
        Set<UUID> acted = Stream.of(true, false)
                .filter(closed -> !all.isEmpty())
                .flatMap(closed -> cases.acted(closed, caller).stream())
                .map(RetentionCase::id)
                .collect(Collectors.toSet());
        return all.stream()
                .filter(plan -> sees(plan, acted, caller))
                .sorted(order)
                .toList();
    }

    /** Finds a plan the caller may see, else answers 404. */
    Plan find(UUID id, Visibility caller) {
        return table.find(id).filter(plan -> sees(plan, caller)).orElseThrow(RestException::notFound);
    }

    /** Finds a plan the caller may change, else answers 404. */
    Plan writable(UUID id, Visibility caller) {
        return table.find(id).filter(plan -> writes(plan, caller)).orElseThrow(RestException::notFound);
    }

    /** Shows a plan in a list. */
    PlanView row(Plan plan, Visibility caller, @Nullable String language) {
        return view(plan, caller, language, null, null);
    }

    /** Shows a plan with all that was done with it. */
    PlanView whole(Plan plan, Visibility caller, @Nullable String language) {
        List<PlanStep> steps = new ArrayList<>(table.steps(plan));
        Collections.reverse(steps);
        ZoneId zone = zone(plan);
        List<StepView> told = steps.stream().map(step -> view(step, zone)).toList();
        return view(plan, caller, language, owners(plan, texts.negotiate(language)), told);
    }

    /** Returns who calls, as plans know them. */
    static Plans.By by(Visibility visibility) {
        var caller = visibility.caller();
        return new Plans.By(
                uuid(caller.id()),
                caller.name(),
                caller.employeeId().orElse(null),
                caller.roles().contains(Role.GROUP_HR));
    }

    People people() {
        return firm.people();
    }

    boolean tellsCost(Plan plan, Visibility caller) {
        return tellsCost(plan.subsidiaryId(), plan.personId(), caller);
    }

    static boolean tellsCost(UUID subsidiaryId, UUID personId, Visibility caller) {
        return caller.tells("planCost", personId, subsidiaryId);
    }

    private boolean sees(Plan plan, Visibility caller) {
        return knows(plan, caller) && (asked(plan, caller) || acts(plan, caller)) && !closedTo(plan, caller);
    }

    /** Says the same as the lists do, for who looks at many plans at once; acted are the cases the caller acts in. */
    boolean sees(Plan plan, Set<UUID> acted, Visibility caller) {
        return knows(plan, caller)
                && (acted.contains(plan.caseId()) || (asked(plan, caller) && !closedTo(plan, caller)));
    }

    /** Says whether the person of a plan is one the caller is told of. */
    boolean knows(Plan plan, Visibility caller) {
        return caller.tells("plans", plan.personId(), plan.subsidiaryId())
                && caller.maySee(plan.subsidiaryId(), plan.personId())
                // Whoever is being erased at this moment has no card any more.
                && firm.people().card(plan.personId()).isPresent();
    }

    /** Says whether the caller is to approve a plan. */
    boolean decides(Plan plan, Visibility caller) {
        return Plans.mayDecide(plan, by(caller)) && caller.has("alerts:write", plan.subsidiaryId(), plan.personId());
    }

    /** Says whether the caller does something: as the one it was given to, or as HR where it is HR's. */
    static boolean mine(Action.Task task, Plan plan, Visibility caller) {
        UUID owner = task.ownerId();
        return owner == null
                ? asHr(plan, caller)
                : caller.caller().employeeId().filter(owner::equals).isPresent();
    }

    static boolean asHr(Plan plan, Visibility caller) {
        return caller.has("risk:read", plan.subsidiaryId(), plan.personId());
    }

    private static boolean asked(Plan plan, Visibility caller) {
        Optional<UUID> self = caller.caller().employeeId();
        return self.isPresent() && self.get().equals(plan.course().approverId());
    }

    private boolean writes(Plan plan, Visibility caller) {
        return sees(plan, caller)
                && acts(plan, caller)
                && caller.has("alerts:write", plan.subsidiaryId(), plan.personId());
    }

    private boolean closedTo(Plan plan, Visibility caller) {
        return cases.find(plan.caseId())
                .filter(one -> cases.closedTo(one, caller))
                .isPresent();
    }

    private boolean acts(Plan plan, Visibility caller) {
        Optional<RetentionCase> of = cases.find(plan.caseId());
        return of.isPresent() && cases.acts(of.get(), caller);
    }

    private PlanView view(
            Plan plan,
            Visibility caller,
            @Nullable String language,
            @Nullable List<OwnerView> owners,
            @Nullable List<StepView> steps) {
        String tag = texts.negotiate(language);
        ZoneId zone = zone(plan);
        Plan.Course course = plan.course();
        return new PlanView(
                plan.id(),
                plan.caseId(),
                EmployeeRow.of(firm.people().card(plan.personId()).orElseThrow(RestException::notFound), firm.people()),
                course.state().code(),
                plan.version(),
                new PlanView.May(
                        writes(plan, caller) && course.state() != PlanState.STOPPED,
                        decides(plan, caller),
                        tellsCost(plan, caller)),
                new PlanView.Approval(approver(course, tag), momentOrNull(course.approvedAt(), zone)),
                moment(course.createdAt(), zone),
                plan.actions().stream()
                        .map(action -> view(action, plan, caller, tag))
                        .toList(),
                costs(plan),
                owners,
                steps);
    }

    private ActionView view(Action action, Plan plan, Visibility caller, String tag) {
        Action.Task task = action.task();
        UUID owner = task.ownerId();
        WorkingCalendar calendar =
                firm.owners(plan.subsidiaryId(), plan.personId()).calendar(owner);
        LocalDate dueOn = task.dueOn();
        ActionContent content = action.content();
        return new ActionView(
                action.id(),
                action.version(),
                content.template(),
                content.kind().code(),
                content.title(),
                content.note(),
                content.target(),
                content.percent(),
                offer(content.offer(), caller),
                task.state().code(),
                owner,
                name(owner, tag),
                mine(task, plan, caller),
                dueOn,
                dueOn == null || !task.state().open() ? null : workingDays(calendar, dueOn),
                momentOrNull(task.doneAt(), calendar.zone()));
    }

    private OfferView offer(Offer offer, Visibility caller) {
        UUID holder = offer.holderId();
        return new OfferView(
                holder == null ? null : party(holder, caller),
                offer.candidateIds().stream().map(one -> party(one, caller)).toList());
    }

    /** Whoever may not see an employee learns that there is one, not who. */
    private PartyView party(UUID employee, Visibility caller) {
        String name = firm.people()
                .card(employee)
                .filter(card -> caller.maySee(card.subsidiaryId(), card.id()))
                .map(PersonCard::name)
                .orElse("");
        return new PartyView(employee, name);
    }

    /** Counts the days of work to a day; beyond a year or so nobody counts. */
    private int workingDays(WorkingCalendar calendar, LocalDate dueOn) {
        LocalDate today = LocalDate.ofInstant(firm.clock().instant(), calendar.zone());
        boolean over = dueOn.isBefore(today);
        LocalDate day = over ? dueOn : today;
        LocalDate end = over ? today : dueOn;
        int count = 0;
        while (day.isBefore(end) && count < FAR) {
            day = day.plusDays(1);
            count += calendar.works(day) ? 1 : 0;
        }
        return over ? -Math.max(1, count) : count;
    }

    private static List<CostView> costs(Plan plan) {
        List<CostView> costs = new ArrayList<>();
        for (Action action : plan.actions()) {
            Money cost = action.content().cost();
            if (cost != null) {
                costs.add(
                        new CostView(action.id(), cost.amount(), cost.currency().getCurrencyCode()));
            }
        }
        return costs;
    }

    private List<OwnerView> owners(Plan plan, String tag) {
        List<OwnerView> found = new ArrayList<>();
        found.add(new OwnerView(null, name(null, tag)));
        firm.owners(plan.subsidiaryId(), plan.personId())
                .superiors()
                .forEach(superior -> found.add(new OwnerView(superior, name(superior, tag))));
        return found;
    }

    private static StepView view(PlanStep step, ZoneId zone) {
        PlanStep.Words words = step.words();
        return new StepView(
                moment(step.at(), zone),
                words.what().name().toLowerCase(Locale.ROOT),
                words.by(),
                step.actionId(),
                words.changes(),
                words.note());
    }

    private String approver(Plan.Course course, String tag) {
        UUID approver = course.approverId();
        if (approver != null) {
            return name(approver, tag);
        }
        return course.state() == PlanState.DRAFT ? "" : texts.text(tag, "retention.approver.groupHr");
    }

    private String name(@Nullable UUID employee, String tag) {
        return employee == null
                ? texts.text(tag, "retention.recipient.hr")
                : firm.people().card(employee).map(PersonCard::name).orElse("");
    }

    /** Returns the time zone of the plan's subsidiary. */
    ZoneId zone(Plan plan) {
        return firm.alerts().clock(plan.subsidiaryId(), null).calendar().zone();
    }

    private static LocalDate firstDue(Plan plan) {
        return plan.actions().stream()
                .map(Action::task)
                .filter(task -> task.state().open())
                .map(Action.Task::dueOn)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(LocalDate.MAX);
    }

    private static @Nullable UUID uuid(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            // The command line and tests have callers that are no accounts.
            return null;
        }
    }

    private static OffsetDateTime moment(Instant at, ZoneId zone) {
        return at.atZone(zone).toOffsetDateTime();
    }

    private static @Nullable OffsetDateTime momentOrNull(@Nullable Instant at, ZoneId zone) {
        return at == null ? null : moment(at, zone);
    }
}
