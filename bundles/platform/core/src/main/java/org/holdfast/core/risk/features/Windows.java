package org.holdfast.core.risk.features;

import org.holdfast.api.industry.Aggregation;
import org.holdfast.api.industry.Direction;
import org.holdfast.api.industry.FeatureDefinition;

/** The windows of the combined indicator. */
final class Windows {
    static final FeatureDefinition FALLING_30 = window(Aggregation.FALLING_WINDOWS, 30);
    static final FeatureDefinition CHANGE_28 = window(Aggregation.CHANGE_OF_SUM, 28);
    static final FeatureDefinition CHANGE_84 = window(Aggregation.CHANGE_OF_SUM, 84);

    private Windows() {}

    private static FeatureDefinition window(Aggregation aggregation, int days) {
        return new FeatureDefinition(
                "indicator:" + aggregation + ":" + days, "indicator", aggregation, days, Direction.FREE);
    }
}
