package org.holdfast.core.retention.plans;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.core.retention.cases.Cases;
import org.holdfast.core.retention.cases.RetentionCase;
import org.jspecify.annotations.Nullable;

/**
 * Writes plans for whoever calls. Whoever is not told what something costs neither says nor changes it. Safe for use from many
 * threads.
 */
final class PlanDesk {
    private static final int MOST_ACTIONS = 50;

    private final Plans plans;
    private final PlanReader reader;
    private final Cases cases;

    PlanDesk(Plans plans, PlanReader reader, Cases cases) {
        this.plans = plans;
        this.reader = reader;
        this.cases = cases;
    }

    PlanReader reader() {
        return reader;
    }

    PlanView create(PlansResource.NewPlan fresh, Visibility caller, @Nullable String language) {
        if (fresh.caseId() == null) {
            throw RestException.invalid("caseId", "missing");
        }
        RetentionCase of = cases.acted(fresh.caseId(), caller);
        caller.requirePerson(of.subsidiaryId(), of.personId());
        List<ActionFields> actions = fresh.actions() == null ? List.of() : fresh.actions();
        if (actions.size() > MOST_ACTIONS) {
            throw RestException.invalid("actions", "tooMany");
        }
        List<ActionFields> allowed = new ArrayList<>();
        for (ActionFields fields : actions) {
            requireNoCost(fields, PlanReader.tellsCost(of.subsidiaryId(), of.personId(), caller));
            offers(of.personId(), caller).check(fields, null, "actions[" + allowed.size() + "].");
            allowed.add(fields);
        }
        return whole(plans.create(of, allowed, PlanReader.by(caller)), caller, language);
    }

    PlanView add(UUID id, ActionFields fields, Visibility caller, @Nullable String language) {
        Plan plan = reader.writable(id, caller);
        requireNoCost(fields, reader.tellsCost(plan, caller));
        offers(plan.personId(), caller).check(fields, null, "");
        if (plan.actions().size() >= MOST_ACTIONS) {
            throw RestException.invalid("actions", "tooMany");
        }
        return whole(plans.add(plan, fields, PlanReader.by(caller)), caller, language);
    }

    PlanView change(UUID id, UUID actionId, ActionFields fields, Visibility caller, @Nullable String language) {
        Plan plan = reader.writable(id, caller);
        Action action = plan.action(actionId).orElseThrow(RestException::notFound);
        boolean tells = reader.tellsCost(plan, caller);
        requireNoCost(fields, tells);
        offers(plan.personId(), caller).check(fields, action, "");
        ActionFields whole = tells ? fields : fields.costing(action.content().cost());
        return whole(plans.change(plan, action, whole, PlanReader.by(caller)), caller, language);
    }

    PlanView submit(UUID id, int version, String note, Visibility caller, @Nullable String language) {
        Plan plan = reader.writable(id, caller);
        return whole(plans.submit(plan, version, note, PlanReader.by(caller)), caller, language);
    }

    PlanView reopen(UUID id, int version, String note, Visibility caller, @Nullable String language) {
        Plan plan = reader.writable(id, caller);
        return whole(plans.reopen(plan, version, note, PlanReader.by(caller)), caller, language);
    }

    /**
     * What somebody decides.
     *
     * @param version the version of the plan as it was read
     * @param approved whether it is approved; false to give it back
     * @param note why
     */
    record Decided(int version, boolean approved, String note) {}

    PlanView decide(UUID id, Decided decided, Visibility caller, @Nullable String language) {
        Plan plan = reader.find(id, caller);
        Plans.By by = PlanReader.by(caller);
        if (plan.course().state() == PlanState.SUBMITTED && !own(plan, by) && !Plans.mayDecide(plan, by)) {
            throw RestException.of(PlanError.NOT_ASKED, "Somebody else is asked to approve the plan.");
        }
        Plans.Noted noted = new Plans.Noted(by, decided.note());
        return whole(plans.decide(plan, decided.version(), decided.approved(), noted), caller, language);
    }

    private OfferForm offers(UUID personId, Visibility caller) {
        return new OfferForm(reader.people(), personId, caller);
    }

    private static boolean own(Plan plan, Plans.By by) {
        return by.id() != null && by.id().equals(plan.course().submittedBy());
    }

    private PlanView whole(Plan plan, Visibility caller, @Nullable String language) {
        return reader.whole(plan, caller, language);
    }

    private static void requireNoCost(ActionFields fields, boolean tells) {
        if (!tells && fields.cost() != null) {
            throw RestException.invalid("cost", "notYours");
        }
    }
}
