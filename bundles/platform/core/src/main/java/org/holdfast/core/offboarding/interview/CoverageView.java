package org.holdfast.core.offboarding.interview;

import java.util.List;
import java.util.UUID;
import org.holdfast.core.platform.rest.TellsNothing;
import org.jspecify.annotations.Nullable;

/**
 * How many of those who left in a year were reached by an exit interview.
 *
 * @param subsidiaryId the subsidiary
 * @param year the year
 * @param fewest fewest people a figure is shown of
 * @param whole the year, as far as it has come
 * @param quarters its quarters
 */
@TellsNothing // but counts of at least so many people
public record CoverageView(UUID subsidiaryId, int year, int fewest, Part whole, List<Part> quarters) {

    /** Copies the list. */
    public CoverageView {
        quarters = List.copyOf(quarters);
    }

    /**
     * A year or a quarter.
     *
     * @param quarter 1 to 4, 0 for the year
     * @param figures the counts; null where too few left, or others could be worked out
     * @param score the exit-experience score; null where too few gave one
     */
    public record Part(
            int quarter,
            @Nullable Figures figures,
            @Nullable Score score) {}

    /**
     * Counts. A rate is a count of the exits.
     *
     * @param exits who left
     * @param held interviews that were held
     * @param declined interviews that were declined
     * @param missed interviews nobody came to
     * @param open interviews that were offered, and are not over
     * @param captured exits of which a reason is known from the interview
     */
    public record Figures(int exits, int held, int declined, int missed, int open, int captured) {}

    /**
     * What those who left thought of leaving, 1 to 5.
     *
     * @param mean the mean
     * @param n of how many
     */
    public record Score(double mean, int n) {}
}
