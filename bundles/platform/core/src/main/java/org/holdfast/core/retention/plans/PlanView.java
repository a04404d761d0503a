package org.holdfast.core.retention.plans;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.holdfast.core.people.EmployeeRow;
import org.holdfast.core.platform.rest.TellsNothing;
import org.holdfast.core.platform.rest.Told;
import org.holdfast.core.platform.rest.Whom;
import org.jspecify.annotations.Nullable;

/**
 * A plan as its reader may see it. What an action costs stands apart, for those who may see pay.
 *
 * @param id the plan
 * @param caseId its case
 * @param employee whom it is about
 * @param state how far it has come: the words of {@link PlanState}
 * @param version how often it was changed
 * @param may what the reader may do
 * @param approval who approves, and when it was
 * @param createdAt when it was begun
 * @param actions what is to be done
 * @param costs what it costs in a year, of those actions of which somebody said it
 * @param owners who can be asked to do something, null in lists
 * @param steps what was done with the plan, the latest first, null in lists
 */
public record PlanView(
        @TellsNothing UUID id,
        @Told("plans") UUID caseId,
        @Whom EmployeeRow employee,
        @Told("plans") String state,
        @Told("plans") int version,
        @Told("plans") May may,
        @Told("plans") Approval approval,
        @Told("plans") OffsetDateTime createdAt,
        @Told("plans") List<ActionView> actions,
        @Told("planCost") List<CostView> costs,
        @Told("plans") @Nullable List<OwnerView> owners,
        @Told("plans") @Nullable List<StepView> steps) {

    /** Copies the lists. */
    public PlanView {
        actions = List.copyOf(actions);
        costs = List.copyOf(costs);
        owners = owners == null ? null : List.copyOf(owners);
        steps = steps == null ? null : List.copyOf(steps);
    }

    /**
     * What the reader may do.
     *
     * @param write add and change actions, put it forward, reopen it
     * @param decide approve it, or give it back
     * @param cost say what something costs
     */
    public record May(boolean write, boolean decide, boolean cost) {}

    /**
     * Who approves.
     *
     * @param approver name of the employee, or the word for group HR
     * @param approvedAt when it was approved, null before
     */
    public record Approval(String approver, @Nullable OffsetDateTime approvedAt) {}

    /**
     * Something to do.
     *
     * @param id its id
     * @param version how often it was changed
     * @param template code of the template, empty for none
     * @param kind code of its kind
     * @param title in words
     * @param note what was agreed on
     * @param target which post, project or training it is about
     * @param percent by how many percent pay rises, null where it does not
     * @param offer whom the post it offers concerns besides
     * @param state how far it has come: the words of {@link ActionState}
     * @param ownerId who does it, null for HR
     * @param owner the name, or the word for HR
     * @param mine whether the reader does it
     * @param dueOn the last day, null for none
     * @param dueInDays days of work until then on the owner's calendar, negative once it is over; null where nothing is due
     * @param doneAt when it was done, null before
     */
    public record ActionView(
            UUID id,
            int version,
            String template,
            String kind,
            String title,
            String note,
            String target,
            @Nullable BigDecimal percent,
            OfferView offer,
            String state,
            @Nullable UUID ownerId,
            String owner,
            boolean mine,
            @Nullable LocalDate dueOn,
            @Nullable Integer dueInDays,
            @Nullable OffsetDateTime doneAt) {}

    /**
     * Whom an offered post concerns besides the person.
     *
     * @param holder who holds it, null where nobody is named
     * @param candidates who stands for it besides
     */
    public record OfferView(@Nullable PartyView holder, List<PartyView> candidates) {

        /** Copies the candidates. */
        public OfferView {
            candidates = List.copyOf(candidates);
        }
    }

    /**
     * Somebody who drops out of the case.
     *
     * @param id the employee
     * @param name the name; empty for a reader who may not see the employee, and for who was erased
     */
    public record PartyView(UUID id, String name) {}

    /**
     * What an action costs the firm in a year.
     *
     * @param actionId the action
     * @param amount how much
     * @param currency code of ISO 4217
     */
    public record CostView(UUID actionId, BigDecimal amount, String currency) {}

    /**
     * Who can be asked to do something.
     *
     * @param id the employee, null for HR
     * @param name the name, or the word for HR
     */
    public record OwnerView(@Nullable UUID id, String name) {}

    /**
     * What was done with the plan.
     *
     * @param at when
     * @param what what was done: the names of {@link PlanStep.What} in small letters
     * @param by user name of who did it, empty for the server
     * @param actionId the action it is about, null for the plan itself
     * @param changes which parts of the action were changed
     * @param note what was written beside it
     */
    public record StepView(
            OffsetDateTime at,
            String what,
            String by,
            @Nullable UUID actionId,
            List<String> changes,
            String note) {

        /** Copies the changes. */
        public StepView {
            changes = List.copyOf(changes);
        }
    }
}
