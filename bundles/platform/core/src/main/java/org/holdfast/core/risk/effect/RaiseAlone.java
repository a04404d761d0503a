package org.holdfast.core.risk.effect;

/**
 * How long a raise alone holds: until those who took a counter-offer without a promotion begin to be more inclined to leave than
 * those who were promoted with it.
 *
 * @param months months since the counter-offer
 * @param low lower end of its 95 % interval
 * @param high upper end of its 95 % interval
 * @param people how many took a counter-offer alone and answered surveys afterwards
 * @param promoted how many were promoted with it and answered surveys afterwards
 */
public record RaiseAlone(double months, double low, double high, int people, int promoted) {}
