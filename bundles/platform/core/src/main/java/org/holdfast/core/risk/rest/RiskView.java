package org.holdfast.core.risk.rest;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.holdfast.core.platform.rest.Told;
import org.holdfast.core.platform.rest.ToldAs;
import org.holdfast.core.platform.rest.Whom;
import org.holdfast.core.protection.rights.RightsRequests.Review;
import org.holdfast.core.risk.rest.OpenAlerts.Mark;
import org.holdfast.core.risk.settings.CostInputs.CostOfLoss;
import org.jspecify.annotations.Nullable;

/**
 * A person's risk as HR sees it.
 *
 * @param employeeId the person
 * @param asOf as of which day
 * @param score 0 to 10, null where the band is unknown
 * @param probability 0 to 1, null where the band is unknown
 * @param band code of the band
 * @param unknownBecause why the band is unknown, empty where it is known
 * @param horizonDays within how many days an exit counts
 * @param baseline log-odds the model starts from
 * @param baselineText against whom the reasons compare
 * @param margin log-odds
 * @param calibrated whether the probability was calibrated on the subsidiary's own outcomes
 * @param model which model
 * @param reasons contributions by signal, strongest first
 * @param needs likely needs, likeliest first
 * @param history scores by day, oldest first
 * @param costOfLoss what losing the person would cost, null where pay is not known
 * @param alert the latest alert about the person that is not closed, null where there is none
 * @param reviews what people found who looked at the person's scores, newest first
 */
public record RiskView(
        @Whom UUID employeeId,
        @Told("score") LocalDate asOf,
        @Told("score") @Nullable Double score,
        @Told("score") @Nullable Double probability,
        @Told("band") String band,
        @Told("score") String unknownBecause,
        @Told("score") int horizonDays,
        @Told("score") @Nullable Double baseline,
        @Told("score") String baselineText,
        @Told("score") @Nullable Double margin,
        @Told("score") boolean calibrated,
        @Told("score") ModelView model,
        @Told("reasons") List<ReasonView> reasons,
        @Told("reasons") List<NeedView> needs,
        @Told("score") List<PointView> history,
        @Told("pay") @Nullable CostOfLoss costOfLoss,
        @Told("alerts") @Nullable Mark alert,
        @Told("reviews") List<Review> reviews)
        implements RiskAnswer {

    /** Copies the lists. */
    public RiskView {
        reasons = List.copyOf(reasons);
        needs = List.copyOf(needs);
        history = List.copyOf(history);
        reviews = List.copyOf(reviews);
    }

    /** Writes a number that may be missing. */
    static @Nullable Double known(double value) {
        return Double.isNaN(value) ? null : value;
    }

    /**
     * Which model gave the score.
     *
     * @param id its id
     * @param kind {@code scorecard}, {@code trained} or {@code none}
     * @param algorithm code of the algorithm
     * @param version version of the industry's data or of the engine
     */
    public record ModelView(String id, String kind, String algorithm, String version) {}

    /**
     * A reason.
     *
     * @param signal code of the signal
     * @param name its name
     * @param category code of its data category
     * @param contribution log-odds; above 0 raises the risk
     * @param value the value, null where not known
     * @param change relative change, null where not known
     * @param unit unit of the value
     * @param text the reason in words
     */
    public record ReasonView(
            String signal,
            String name,
            @ToldAs String category,
            double contribution,
            @Nullable Double value,
            @Nullable Double change,
            String unit,
            String text) {}

    /**
     * A likely need.
     *
     * @param code its code
     * @param text its name
     */
    public record NeedView(String code, String text) {}

    /**
     * A past score.
     *
     * @param asOf the day
     * @param score 0 to 10, null where unknown
     * @param band code of the band
     */
    public record PointView(LocalDate asOf, @Nullable Double score, String band) {}

    /**
     * A person's risk as the line manager sees it.
     *
     * @param employeeId the person
     * @param band code of the band
     * @param prompt what to do now
     */
    public record ManagerView(
            @Whom UUID employeeId,
            @Told("band") String band,
            @Told("prompt") String prompt) implements RiskAnswer {}
}
