package org.holdfast.core.offboarding.settlement;

import java.math.BigDecimal;
import org.holdfast.api.labour.SettlementComponent;

/**
 * A bonus or an expense that somebody says is due.
 *
 * @param component {@link SettlementComponent#BONUS} or {@link SettlementComponent#EXPENSES}
 * @param label what for
 * @param amount how much, in the sheet's currency
 * @param state whether it is
 */
record Claim(SettlementComponent component, String label, BigDecimal amount, State state) {

    /** Whether a claim is granted. */
    enum State {
        /** Nobody has decided. */
        OPEN("open"),
        /** It is due. */
        ACCEPTED("accepted"),
        /** It is not. */
        REFUSED("refused");

        private final String code;

        State(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }
    }
}
