package org.holdfast.api.labour;

import java.util.Arrays;
import java.util.Optional;

/**
 * What an employer may owe when an employment ends.
 *
 * @since 1.1.0
 */
public enum SettlementComponent {
    /** Wages until the last day. */
    WAGES("wages"),
    /** Annual leave that was not taken. */
    LEAVE("leave"),
    /** Bonuses that are due. */
    BONUS("bonus"),
    /** Expenses that the employee has laid out. */
    EXPENSES("expenses"),
    /** Pay in lieu of notice. */
    PAY_IN_LIEU("payInLieu"),
    /** Severance pay, in China economic compensation (经济补偿). */
    SEVERANCE("severance");

    private final String code;

    SettlementComponent(String code) {
        this.code = code;
    }

    /**
     * Returns the word used in files and the API.
     *
     * @return the code, in camel case; its name is the text of the key {@code settlementComponent.wages}
     */
    public String code() {
        return code;
    }

    /**
     * Finds a component by its code.
     *
     * @param code the word used in files and the API
     * @return the component, or empty where none has that code
     */
    public static Optional<SettlementComponent> ofCode(String code) {
        return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst();
    }
}
