package org.holdfast.core.insight;

/**
 * What some employments add up to over a span.
 *
 * @param days days on which somebody was employed
 * @param exits voluntary exits
 */
record LeaverPart(long days, int exits) {
    static final LeaverPart NOTHING = new LeaverPart(0, 0);

    LeaverPart plus(LeaverPart other) {
        return new LeaverPart(days + other.days, exits + other.exits);
    }

    boolean isNothing() {
        return days == 0 && exits == 0;
    }
}
