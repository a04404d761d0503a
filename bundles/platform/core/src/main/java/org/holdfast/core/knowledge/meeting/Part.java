package org.holdfast.core.knowledge.meeting;

import java.util.Arrays;

/** As what somebody signs. */
enum Part {
    /** Who leaves. */
    LEAVER("leaver"),
    /** Who goes on with the work. */
    SUCCESSOR("successor"),
    /** The superior of who leaves. */
    HEAD("head");

    private final String code;

    Part(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }

    static Part ofCode(String code) {
        return Arrays.stream(values())
                .filter(one -> one.code.equals(code))
                .findFirst()
                .orElseThrow();
    }
}
