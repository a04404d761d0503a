package org.holdfast.core.risk.effect;

import org.jspecify.annotations.Nullable;

/**
 * What actions of a kind did for those who got them.
 *
 * @param kind code of the kind of action
 * @param people how many actions were looked at
 * @param exits how many of those people left of their own wish within the horizon
 * @param estimate what is estimated; null where there is not enough data to say anything
 */
public record ActionEffect(
        String kind, int people, int exits, @Nullable Estimate estimate) {

    /**
     * What is estimated; shares of the people, 0 to 1.
     *
     * @param withAction share that left
     * @param withoutAction share that would have left without the action
     * @param retained how many more stayed: {@code withoutAction − withAction}; negative where more left
     * @param low lower end of its 95 % interval
     * @param high upper end of its 95 % interval
     */
    public record Estimate(double withAction, double withoutAction, double retained, double low, double high) {}

    /** What is known to retain most comes first, what is not known last. */
    double rank() {
        return estimate == null ? -2 : estimate.retained();
    }
}
