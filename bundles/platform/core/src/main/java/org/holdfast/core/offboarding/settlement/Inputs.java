package org.holdfast.core.offboarding.settlement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What people say a sheet is computed from; null for what nobody has said.
 *
 * @param pay figures of pay
 * @param paidUntil the last day for which wages were paid
 * @param leaveDays days of leave in the year of the last day, as for the whole year
 * @param leaveTaken days of it that were taken, or that the person gave up in writing
 * @param place the place whose average wage caps severance; empty for none
 * @param claims bonuses and expenses
 */
record Inputs(
        Pay pay,
        @Nullable LocalDate paidUntil,
        @Nullable BigDecimal leaveDays,
        @Nullable BigDecimal leaveTaken,
        String place,
        List<Claim> claims) {
    /** Nothing was said. */
    static final Inputs NONE = new Inputs(new Pay(null, null, null, null), null, null, null, "", List.of());

    Inputs {
        claims = List.copyOf(claims);
    }

    /**
     * Figures of pay of a month, gross.
     *
     * @param monthly as agreed on
     * @param lastMonth what was earned in the last whole month
     * @param average what was earned on average in the months before the end that the law names, all kinds of pay together
     * @param ordinary the same without overtime
     */
    record Pay(
            @Nullable BigDecimal monthly,
            @Nullable BigDecimal lastMonth,
            @Nullable BigDecimal average,
            @Nullable BigDecimal ordinary) {}
}
