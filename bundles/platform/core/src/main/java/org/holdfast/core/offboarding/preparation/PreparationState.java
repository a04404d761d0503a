package org.holdfast.core.offboarding.preparation;

import java.util.Arrays;

/** How far a preparation has come. */
enum PreparationState {
    /** It goes on. */
    GOING_ON("goingOn"),
    /** HR took it back: everything is as if it had never been. */
    REVOKED("revoked"),
    /** A lawful event came, and a case began from it. */
    BEGUN("begun");

    private final String code;

    PreparationState(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }

    static PreparationState ofCode(String code) {
        return Arrays.stream(values())
                .filter(one -> one.code.equals(code))
                .findFirst()
                .orElseThrow();
    }
}
