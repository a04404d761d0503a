package org.holdfast.core.retention.programmes;

import java.time.LocalDate;
import java.util.UUID;
import org.holdfast.core.platform.rest.TellsNothing;
import org.holdfast.core.platform.rest.Told;
import org.holdfast.core.platform.rest.Where;
import org.holdfast.core.platform.statistics.Estimate;
import org.jspecify.annotations.Nullable;

/**
 * What became of a cohort. Figures about fewer than ten people are absent; differences are told from fifty people in each group on.
 *
 * @param subsidiaryId the subsidiary
 * @param months within how many months an exit counts
 * @param state {@code notStarted}, {@code notYet}, {@code fewPeople}, {@code notEnough}, {@code noControl} or {@code measured}
 * @param from the day the cohort was fixed, null before
 * @param knownOn the first day on which the months are over, null before it was started
 * @param before who met the criteria as many months earlier
 * @param after who belongs to the cohort
 * @param otherBefore who met them in other departments as many months earlier
 * @param otherAfter who met them in other departments when the cohort was fixed
 * @param change after less before, in percentage points
 * @param otherChange the same elsewhere
 * @param difference change less the change elsewhere, in percentage points
 */
public record EffectView(
        @Where UUID subsidiaryId,
        @TellsNothing int months,
        @TellsNothing String state,
        @TellsNothing @Nullable LocalDate from,
        @TellsNothing @Nullable LocalDate knownOn,
        @Told("programmes") @Nullable ShareView before,
        @Told("programmes") @Nullable ShareView after,
        @Told("programmes") @Nullable ShareView otherBefore,
        @Told("programmes") @Nullable ShareView otherAfter,
        @Told("programmes") @Nullable PointsView change,
        @Told("programmes") @Nullable PointsView otherChange,
        @Told("programmes") @Nullable PointsView difference) {

    /**
     * A share of those who left by their own will.
     *
     * @param left how many
     * @param people of how many
     * @param value the share, 0 to 1
     * @param low lower end of its 95 % interval
     * @param high upper end
     */
    @TellsNothing
    public record ShareView(int left, int people, double value, double low, double high) {}

    /**
     * A difference in percentage points.
     *
     * @param value the difference; below zero fewer leave
     * @param low lower end of its 95 % interval
     * @param high upper end
     */
    @TellsNothing
    public record PointsView(double value, double low, double high) {
        static PointsView of(Estimate difference) {
            return new PointsView(points(difference.value()), points(difference.low()), points(difference.high()));
        }

        private static double points(double value) {
            return Math.round(1_000 * value) / 10.0;
        }
    }
}
