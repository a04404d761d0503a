package org.holdfast.core.offboarding.settlement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody writes that a settlement is computed from. What is null is not known, and asked for where it is needed. Amounts are
 * gross, of a month, in the currency of the country's rules.
 *
 * @param version the version that was read; 0 where there was none
 * @param monthlyPay pay of a month as agreed on
 * @param lastMonthPay what was earned in the last whole month
 * @param averagePay what was earned on average in the months before the end that the law names, all kinds of pay together
 * @param ordinaryPay the same without overtime
 * @param paidUntil the last day for which wages were paid
 * @param leaveDays days of annual leave in the year of the last day, as for the whole year
 * @param leaveTaken days of it that were taken, or given up in writing
 * @param place the place whose average wage caps severance
 * @param claims bonuses and expenses, at most 100; null for none
 */
public record SettlementFields(
        @Nullable Integer version,
        @Nullable BigDecimal monthlyPay,
        @Nullable BigDecimal lastMonthPay,
        @Nullable BigDecimal averagePay,
        @Nullable BigDecimal ordinaryPay,
        @Nullable LocalDate paidUntil,
        @Nullable BigDecimal leaveDays,
        @Nullable BigDecimal leaveTaken,
        @Nullable String place,
        @Nullable List<ClaimFields> claims) {

    /** Copies the claims. */
    public SettlementFields {
        claims = claims == null ? null : List.copyOf(claims);
    }

    /**
     * A bonus or an expense.
     *
     * @param component {@code bonus} or {@code expenses}
     * @param label what for, at most 200 characters
     * @param amount how much
     * @param state {@code open}, {@code accepted} or {@code refused}
     */
    public record ClaimFields(
            @Nullable String component,
            @Nullable String label,
            @Nullable BigDecimal amount,
            @Nullable String state) {}
}
