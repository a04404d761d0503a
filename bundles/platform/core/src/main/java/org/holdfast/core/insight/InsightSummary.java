package org.holdfast.core.insight;

import java.time.LocalDate;
import org.holdfast.core.platform.rest.TellsNothing;
import org.jspecify.annotations.Nullable;

/**
 * The group in a few numbers, as far as the caller sees it.
 *
 * @param people people who have not left
 * @param scored those with a known score
 * @param bands people by band
 * @param openAlerts alerts nobody has taken on
 * @param asOf day of the latest score, null where there is none
 */
@TellsNothing
public record InsightSummary(
        int people,
        int scored,
        BandCounts bands,
        int openAlerts,
        @Nullable LocalDate asOf) {

    /**
     * People by band.
     *
     * @param high in the band high
     * @param midHigh in the band mid-high
     * @param medium in the band medium
     * @param low in the band low
     * @param unknown with a score that says it is not known
     */
    public record BandCounts(int high, int midHigh, int medium, int low, int unknown) {}
}
