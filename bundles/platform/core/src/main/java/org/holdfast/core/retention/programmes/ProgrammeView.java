package org.holdfast.core.retention.programmes;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.holdfast.core.platform.rest.TellsNothing;
import org.holdfast.core.platform.rest.Told;
import org.holdfast.core.platform.rest.Where;
import org.holdfast.core.retention.plans.Money;
import org.jspecify.annotations.Nullable;

/**
 * A programme as its reader may see it. Who belongs to it is told apart.
 *
 * @param id the programme
 * @param subsidiaryId whose people it is for
 * @param subsidiaryName the subsidiary's name
 * @param team the department whose team plan it is, null for any other programme
 * @param state how far it has come: the words of {@link ProgrammeState}
 * @param version how often it was changed
 * @param may what the reader may do
 * @param template code of the template it was made of, empty for none
 * @param title in words
 * @param reason why
 * @param cohort whom it is for
 * @param people how many belong to it, or would if it began today; null for drafts in lists
 * @param actions what is done
 * @param owner who sees to it
 * @param approver who approves it
 * @param days its days
 * @param money what it may cost and has cost
 * @param steps what was done with it, the latest first, null in lists
 */
public record ProgrammeView(
        @TellsNothing UUID id,
        @Where UUID subsidiaryId,
        @Told("programmes") String subsidiaryName,
        @Told("programmes") @Nullable NameView team,
        @Told("programmes") String state,
        @Told("programmes") int version,
        @Told("programmes") May may,
        @Told("programmes") String template,
        @Told("programmes") String title,
        @Told("programmes") String reason,
        @Told("programmes") Cohort cohort,
        @Told("programmes") @Nullable Integer people,
        @Told("programmes") List<ActionView> actions,
        @Told("programmes") NameView owner,
        @Told("programmes") String approver,
        @Told("programmes") Days days,
        @Told("programmes") Costs money,
        @Told("programmes") @Nullable List<StepView> steps) {

    /** Copies the lists. */
    public ProgrammeView {
        actions = List.copyOf(actions);
        steps = steps == null ? null : List.copyOf(steps);
    }

    /**
     * What the reader may do.
     *
     * @param write change it or take its next step
     * @param decide approve it or give it back
     */
    @TellsNothing
    public record May(boolean write, boolean decide) {}

    /**
     * Somebody or something with a name.
     *
     * @param id random id, null for HR
     * @param name the name
     */
    @TellsNothing
    public record NameView(@Nullable UUID id, String name) {}

    /**
     * What is done.
     *
     * @param id the action
     * @param kind its kind
     * @param title in words
     * @param each whether each member gets it
     * @param cost what it costs for each member, or once for all
     * @param done how many have got it; of what is done once for all, 1 once it is
     */
    @TellsNothing
    public record ActionView(
            UUID id,
            String kind,
            String title,
            boolean each,
            @Nullable SumView cost,
            int done) {}

    /**
     * An amount of money.
     *
     * @param amount the amount
     * @param currency by ISO 4217
     */
    @TellsNothing
    public record SumView(BigDecimal amount, String currency) {
        static @Nullable SumView of(@Nullable Money money) {
            return money == null
                    ? null
                    : new SumView(money.amount(), money.currency().getCurrencyCode());
        }
    }

    /**
     * Its days.
     *
     * @param createdAt when it was begun
     * @param startOn the day it is to begin
     * @param dueOn the day it is to be done by
     * @param startedOn the day its cohort was fixed
     * @param endedOn the day it was finished or cancelled
     */
    @TellsNothing
    public record Days(
            OffsetDateTime createdAt,
            @Nullable LocalDate startOn,
            @Nullable LocalDate dueOn,
            @Nullable LocalDate startedOn,
            @Nullable LocalDate endedOn) {}

    /**
     * What it may cost and has cost.
     *
     * @param budget what it may cost in all, null where nobody has said
     * @param planned what it costs if all members get everything, null where no cost is said, and for drafts in lists
     * @param spent what was done so far costs, null where no cost is said
     */
    @TellsNothing
    public record Costs(
            @Nullable SumView budget,
            @Nullable SumView planned,
            @Nullable SumView spent) {}

    /**
     * Something that was done.
     *
     * @param at when
     * @param what what
     * @param by name of the account
     * @param changes which parts were changed
     * @param note what was written beside it
     */
    @TellsNothing
    public record StepView(OffsetDateTime at, String what, String by, List<String> changes, String note) {}
}
