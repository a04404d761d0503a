package org.holdfast.core.insight;

import org.jspecify.annotations.Nullable;

/**
 * Who was there and who left in a month.
 *
 * @param month the month, such as {@code 2026-10}
 * @param headcount mean of the daily headcount, to one decimal
 * @param voluntaryExits exits by the people's own will; null for a group of fewer than ten
 * @param exits all exits; null for a group of fewer than ten
 * @param annualisedVoluntaryRate twelve times the voluntary exits, divided by the mean headcount; null for a group of
 *     fewer than ten
 */
public record AttritionMonth(
        String month,
        double headcount,
        @Nullable Integer voluntaryExits,
        @Nullable Integer exits,
        @Nullable Double annualisedVoluntaryRate) {}
