package org.holdfast.core.insight.exits;

import java.time.LocalDate;
import java.util.List;
import org.holdfast.core.insight.effect.Figure;
import org.holdfast.core.platform.rest.TellsNothing;

/**
 * Why people left, how long it took, and what came back. Figures about fewer than ten people are left out.
 *
 * @param from the first month, such as {@code 2025-11}
 * @param to the last month, the latest that is over
 * @param asOf the day it was counted
 * @param subsidiaries names of the subsidiaries it covers
 * @param begun whether anybody has left, or stayed, by a case in any of them
 * @param figures {@code stayed}, {@code reasonGiven}, {@code caseHours}, {@code twoDays}, {@code stepsInTime}, {@code missedSteps},
 *     {@code returnsInTime} and {@code knowledge}; medians are hours of work
 * @param reasons why people left, the most frequent first, the joined ones last; none where too few left
 * @param steps the steps of which something may be told, as flows have them
 */
@TellsNothing
public record OffboardingReport(
        String from,
        String to,
        LocalDate asOf,
        List<String> subsidiaries,
        boolean begun,
        List<Figure> figures,
        List<Reason> reasons,
        List<StepTime> steps) {

    /** Copies the lists. */
    public OffboardingReport {
        subsidiaries = List.copyOf(subsidiaries);
        figures = List.copyOf(figures);
        reasons = List.copyOf(reasons);
        steps = List.copyOf(steps);
    }

    /**
     * A reason.
     *
     * @param reason its code; empty for those that fewer than ten gave, and for none given
     * @param exits how many left for it
     * @param share of all who left, 0 to 1; the shares add up to one
     */
    public record Reason(String reason, int exits, double share) {}

    /**
     * A step.
     *
     * @param step its code, such as {@code handover}
     * @param hours median of the hours of work from when it came to its office until it was done
     * @param inTime the share that was done by its day
     */
    public record StepTime(String step, Figure hours, Figure inTime) {}
}
