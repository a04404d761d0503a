package org.holdfast.core.risk.rest;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.holdfast.core.platform.rest.TellsNothing;
import org.holdfast.core.platform.rest.Told;
import org.holdfast.core.platform.rest.Where;
import org.holdfast.core.platform.rest.Whom;
import org.holdfast.core.risk.effect.ActionEffect;
import org.jspecify.annotations.Nullable;

/**
 * Whom to give which action first. Expectations, no promises.
 *
 * @param subsidiaryId the subsidiary
 * @param state {@code ready}; {@code noStudy}, {@code notEnoughData} (no kind has an effect that is known) or {@code notCalibrated}
 *     (no score is a calibrated probability within the study's horizon): then people are ranked by risk, and no action is told
 * @param asOf as of which day the study knew outcomes; null without one
 * @param horizonDays within how many days an exit counts; null without a study
 * @param kinds the kinds that were ever done, each with its average effect or the lack of data
 * @param currency ISO 4217 code of all amounts, empty where none is known
 * @param leavers how many of those listed are expected to leave within the horizon if nothing is done
 * @param people how many people are listed
 * @param spending what the budget buys; null without a budget
 * @param items a page of choices, best first
 * @param next cursor of the next page, null on the last
 * @param total how many choices there are on all pages
 */
public record RankingView(
        @Where UUID subsidiaryId,
        @TellsNothing String state,
        @TellsNothing @Nullable LocalDate asOf,
        @TellsNothing @Nullable Integer horizonDays,
        @TellsNothing List<ActionEffect> kinds,
        @TellsNothing String currency,
        @TellsNothing double leavers,
        @TellsNothing int people,
        @TellsNothing @Nullable SpendingView spending,
        List<ChoiceView> items,
        @TellsNothing @Nullable String next,
        @TellsNothing long total) {

    /** Copies the lists. */
    public RankingView {
        kinds = List.copyOf(kinds);
        items = List.copyOf(items);
    }

    /**
     * What a budget buys.
     *
     * @param budget what may be spent
     * @param actions how many actions
     * @param cost what they cost together
     * @param retained how many people are expected to stay who would leave
     * @param low lower end of its interval
     * @param high upper end of its interval
     */
    @TellsNothing
    public record SpendingView(double budget, int actions, double cost, double retained, double low, double high) {}

    /**
     * An action for a person.
     *
     * @param id the person
     * @param subsidiaryId the person's subsidiary
     * @param employeeNo number, unique in the subsidiary
     * @param name full name
     * @param departmentName name of the department
     * @param position name of the position
     * @param keyPost whether the post is a key post
     * @param probability of leaving within the horizon of the model in use, 0 to 1
     * @param band code of the band
     * @param kind code of the kind of action; null where nothing is known of any
     * @param retained by how much the probability falls, null without a kind
     * @param low lower end of its interval, null without a kind
     * @param high upper end of its interval, null without a kind
     * @param personal whether it is told from what is known about the person
     * @param cost what the action costs in its first year, null where that is not known
     * @param perCost how many people are expected to be retained for 100,000, null where the cost is not known
     * @param chosen whether the budget pays for it
     */
    public record ChoiceView(
            @Whom UUID id,
            @Where UUID subsidiaryId,
            @Told("name") String employeeNo,
            @Told("name") String name,
            @Told("post") String departmentName,
            @Told("post") String position,
            @Told("post") boolean keyPost,
            @Told("score") @Nullable Double probability,
            @Told("band") String band,
            @Told("reasons") @Nullable String kind,
            @Told("reasons") @Nullable Double retained,
            @Told("reasons") @Nullable Double low,
            @Told("reasons") @Nullable Double high,
            @Told("reasons") boolean personal,
            @Told("pay") @Nullable Double cost,
            @Told("pay") @Nullable Double perCost,
            @Told("reasons") boolean chosen) {}
}
