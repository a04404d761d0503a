package org.holdfast.core.offboarding.cases;

import java.util.Arrays;
import java.util.Optional;

/** How far an offboarding case has come. */
enum OffboardingState {
    /** Its flow goes on. */
    RUNNING("running"),
    /** The person stays: it was taken back. */
    WITHDRAWN("withdrawn"),
    /** Everything of its flow is done. */
    ENDED("ended");

    private final String code;

    OffboardingState(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }

    static Optional<OffboardingState> ofCode(String code) {
        return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst();
    }
}
