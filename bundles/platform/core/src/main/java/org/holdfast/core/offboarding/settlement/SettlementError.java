package org.holdfast.core.offboarding.settlement;

import org.holdfast.core.platform.rest.StatusCode;

/** Why something cannot be done with a settlement. The names are part of the API. */
enum SettlementError implements StatusCode {
    /** Somebody else has changed it meanwhile. */
    SETTLEMENT_CHANGED,
    /** Something is missing: nothing is agreed on that is not computed to the end. */
    SETTLEMENT_INCOMPLETE,
    /** The sums are not those that whoever agrees has read. */
    SETTLEMENT_SUMS_CHANGED,
    /** It was agreed on, or handed over, already, or not yet. */
    SETTLEMENT_STATE,
    /** Finance asks for what HR has not handed over. */
    SETTLEMENT_NOT_HANDED_OVER,
    /** No labour bundle says what is owed for this kind of ending. */
    SETTLEMENT_NO_RULES,
    /** The place has an average wage for some of these days. */
    LOCAL_WAGE_OVERLAPS;

    @Override
    public int status() {
        return 409;
    }

    @Override
    public Category category() {
        return Category.USER;
    }
}
