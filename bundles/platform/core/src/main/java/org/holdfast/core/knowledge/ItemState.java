package org.holdfast.core.knowledge;

import java.util.Arrays;

/** How far something that is handed over has come. */
enum ItemState {
    /** Who leaves has it. */
    OPEN("open"),
    /** Who leaves says that it is handed over. */
    HANDED_OVER("handedOver"),
    /** The recipient says that they have it, and that it is enough. */
    ACCEPTED("accepted"),
    /** The recipient gave it back with a reason. */
    RETURNED("returned"),
    /** HR does without it, with a reason. */
    WAIVED("waived");

    private final String code;

    ItemState(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }

    /** Says whether nobody waits for it any more. */
    boolean settled() {
        return this == ACCEPTED || this == WAIVED;
    }

    static ItemState ofCode(String code) {
        return Arrays.stream(values())
                .filter(one -> one.code.equals(code))
                .findFirst()
                .orElseThrow();
    }
}
