package org.holdfast.core.offboarding.settlement;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.holdfast.api.labour.ExitKind;
import org.holdfast.api.labour.SettlementRules;
import org.holdfast.core.offboarding.labour.ExitLaw.Law;
import org.jspecify.annotations.Nullable;

/**
 * What a sheet is computed from.
 *
 * @param law the law that holds
 * @param facts how and when the employment ends
 * @param inputs what people said
 * @param wage the average wage of the place for the last day; null where it is not known
 */
record Question(
        Law law, Facts facts, Inputs inputs, @Nullable LocalWage wage) {
    /** Decimals of what is between two steps: far more than any coin has. */
    private static final int DECIMALS = 12;

    /**
     * How and when the employment ends.
     *
     * @param kind how
     * @param hired first day
     * @param lastDay last day
     * @param earliestLastDay the first day that notice allows; null where nobody knows when it was given
     * @param handedOver whether the work was handed over
     */
    record Facts(
            ExitKind kind,
            LocalDate hired,
            LocalDate lastDay,
            @Nullable LocalDate earliestLastDay,
            boolean handedOver) {
        Facts {
            if (lastDay.isBefore(hired)) {
                throw new IllegalArgumentException("An employment ends before it begins: " + lastDay);
            }
        }
    }

    SettlementRules rules() {
        return law.rules().settlement();
    }

    /** Rounds an amount half up to the smallest coin. */
    BigDecimal coins(BigDecimal amount) {
        return amount.setScale(Math.max(0, rules().currency().getDefaultFractionDigits()), RoundingMode.HALF_UP);
    }

    static BigDecimal divide(BigDecimal amount, BigDecimal by) {
        return amount.divide(by, DECIMALS, RoundingMode.HALF_UP);
    }
}
