package org.holdfast.core.offboarding.settlement;

import java.util.Arrays;

/** How far a sheet has come. */
enum SettlementState {
    /** It is computed anew whenever somebody looks. */
    DRAFT("draft"),
    /** Its figures are fixed. */
    AGREED("agreed"),
    /** Finance has it. */
    HANDED_OVER("handedOver");

    private final String code;

    SettlementState(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }

    static SettlementState ofCode(String code) {
        return Arrays.stream(values())
                .filter(state -> state.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Not a state of a settlement: " + code));
    }
}
