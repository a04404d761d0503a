package org.holdfast.core.retention.programmes;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A programme as somebody writes it.
 *
 * @param subsidiaryId whose people it is for; cannot be changed later
 * @param teamId the department whose team plan it is, null for any other programme; cannot be changed later
 * @param template code of the template it is made of, null for none
 * @param title in words, 1 to 200 characters
 * @param reason why, at most 2,000 characters, null for nothing
 * @param cohort whom it is for, null for everybody of the subsidiary
 * @param actions what is done, at most 20, null for nothing yet
 * @param ownerId the employee who sees to it, null for HR
 * @param terms by when, and for how much; null where nobody says
 * @param version the version as it was read, for changes alone
 */
public record ProgrammeFields(
        @Nullable UUID subsidiaryId,
        @Nullable UUID teamId,
        @Nullable String template,
        @Nullable String title,
        @Nullable String reason,
        @Nullable Cohort cohort,
        @Nullable List<ActionFields> actions,
        @Nullable UUID ownerId,
        @Nullable TermFields terms,
        @Nullable Integer version) {

    /**
     * What is done, as somebody writes it.
     *
     * @param id the action that is changed, null for a new one
     * @param kind its kind
     * @param title in words, 1 to 200 characters
     * @param each whether each member gets it, null for yes
     * @param cost what it costs for each member, or once for all; null where nobody says
     */
    public record ActionFields(
            @Nullable UUID id,
            @Nullable String kind,
            @Nullable String title,
            @Nullable Boolean each,
            @Nullable Sum cost) {}

    /**
     * By when, and for how much.
     *
     * @param startOn the day it is to begin
     * @param dueOn the day it is to be done by, a day on which its owner works
     * @param budget what it may cost in all, in the currency of the costs
     */
    public record TermFields(
            @Nullable LocalDate startOn,
            @Nullable LocalDate dueOn,
            @Nullable Sum budget) {}

    /**
     * An amount of money.
     *
     * @param amount not negative, with at most as many decimals as the currency has
     * @param currency by ISO 4217
     */
    public record Sum(@Nullable BigDecimal amount, @Nullable String currency) {}

    /** Names nobody. */
    @Override
    public String toString() {
        return "programme";
    }
}
