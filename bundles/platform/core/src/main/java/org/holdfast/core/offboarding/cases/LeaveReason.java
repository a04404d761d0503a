package org.holdfast.core.offboarding.cases;

import java.util.Arrays;
import java.util.Optional;

/** What people give as the reason for leaving; each has a text under {@code offboarding.reason.}. */
enum LeaveReason {
    /** Pay. */
    PAY("pay"),
    /** No promotion in sight. */
    PROMOTION("promotion"),
    /** Nothing more to learn. */
    GROWTH("growth"),
    /** Too much work. */
    WORKLOAD("workload"),
    /** The superior. */
    SUPERIOR("superior"),
    /** The way to work. */
    COMMUTE("commute"),
    /** Family. */
    FAMILY("family"),
    /** Health. */
    HEALTH("health"),
    /** Goes to study. */
    STUDY("study"),
    /** Begins something of their own. */
    BUSINESS("business"),
    /** Something else. */
    OTHER("other");

    private final String code;

    LeaveReason(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }

    static Optional<LeaveReason> ofCode(String code) {
        return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst();
    }
}
