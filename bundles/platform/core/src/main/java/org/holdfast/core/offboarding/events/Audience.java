package org.holdfast.core.offboarding.events;

import java.util.Arrays;
import java.util.Optional;

/** Whose system a target is: it decides what its events say. */
enum Audience {
    /** Office automation: where tasks and approvals are shown. */
    OA("oa"),
    /** Pay and accounts. */
    FINANCE("finance"),
    /** Systems of the business, such as those that know who looks after which customer. */
    BUSINESS("business"),
    /** Systems that give and take access. */
    IT("it");

    private final String code;

    Audience(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }

    static Optional<Audience> ofCode(String code) {
        return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst();
    }
}
