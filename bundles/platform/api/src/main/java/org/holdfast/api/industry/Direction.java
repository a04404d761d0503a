package org.holdfast.api.industry;

/** How a feature may move the risk when everything else stays the same. Models are held to it. */
public enum Direction {
    /** A higher value never lowers the risk. */
    RAISES_RISK,
    /** A higher value never raises the risk. */
    LOWERS_RISK,
    /** The model decides. */
    FREE
}
