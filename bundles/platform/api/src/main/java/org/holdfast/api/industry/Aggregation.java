package org.holdfast.api.industry;

/** How the values of one signal become one feature as of a day. A window of {@code n} days ends on that day. */
public enum Aggregation {
    /** The latest value in the window; with a window of 0, of any age. */
    LAST,
    /** Sum of the values in the window. */
    SUM,
    /** Mean of the values in the window. */
    MEAN,
    /** Number of rows in the window. */
    COUNT,
    /** Relative change of the sum against the window before; the divisor is at least 1. */
    CHANGE_OF_SUM,
    /** Relative change of the mean against the window before. */
    CHANGE_OF_MEAN,
    /** Relative change of the latest value against the latest value that is at least one window older. */
    CHANGE_OF_LEVEL,
    /** Number of consecutive windows, counted back from the day, in which the mean (for occurrences, the sum) fell. */
    FALLING_WINDOWS,
    /** Days since the latest row; missing where there is none. */
    DAYS_SINCE
}
