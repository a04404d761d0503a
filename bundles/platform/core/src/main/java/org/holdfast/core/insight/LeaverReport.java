package org.holdfast.core.insight;

import java.util.List;
import org.holdfast.core.platform.rest.TellsNothing;
import org.jspecify.annotations.Nullable;

/**
 * Who left by their own will, and why. Groups of fewer than ten are joined, the same for every reader.
 *
 * @param from the first month, such as {@code 2025-11}
 * @param to the last month
 * @param headcount mean of the daily headcount, to one decimal; null where it is under ten
 * @param exits voluntary exits; null where the headcount is under ten
 * @param annualisedRate voluntary exits for each year worked, to four decimals; null where the headcount is under ten
 * @param breakdowns by reason, tenure, position family, grade, location and key post; none where the headcount is under ten
 */
@TellsNothing
public record LeaverReport(
        String from,
        String to,
        @Nullable Double headcount,
        @Nullable Integer exits,
        @Nullable Double annualisedRate,
        List<Breakdown> breakdowns) {

    /** Copies the breakdowns. */
    public LeaverReport {
        breakdowns = List.copyOf(breakdowns);
    }

    /**
     * The same leavers, told apart by one trait.
     *
     * @param by {@code reason}, {@code tenure}, {@code family}, {@code grade}, {@code location} or {@code keyPost}
     * @param groups the groups, the joined one last; of reasons none where fewer than ten left
     */
    public record Breakdown(String by, List<Group> groups) {

        /** Copies the groups. */
        public Breakdown {
            groups = List.copyOf(groups);
        }
    }

    /**
     * A group of people.
     *
     * @param name the reason as it was given, the code of a family, a grade or a place; {@code under1}, {@code from1}, {@code from3},
     *     {@code from5} or {@code from10} years; {@code keyPost} or {@code otherPost}; empty for the joined group
     * @param headcount mean of the daily headcount, to one decimal; null for reasons, which only leavers have
     * @param exits voluntary exits
     * @param share of all voluntary exits, to four decimals; the shares of a breakdown add up to one; null where nobody left
     * @param annualisedRate voluntary exits for each year worked, to four decimals; null for reasons
     */
    public record Group(
            String name,
            @Nullable Double headcount,
            int exits,
            @Nullable Double share,
            @Nullable Double annualisedRate) {}
}
