package org.holdfast.core.risk.rest;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.holdfast.core.people.Employee;
import org.holdfast.core.platform.rest.FieldError;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.core.risk.whatif.Change;
import org.holdfast.core.risk.whatif.Changes;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants changed in thought.
 *
 * @param payPercent by how many percent the base pay rises, more than 0 and at most 100; not together with an amount
 * @param payAmount the new base pay, gross per year, positive and at most twice the present one; not together with percent
 * @param currency ISO 4217 code of the amount: that of the person's pay
 * @param promotion whether the person is promoted today; left out for no, as are the next ones
 * @param project whether the person works on a project without delays
 * @param overtimeAtMost hours of overtime in 30 days at most, 0 to 200
 * @param training whether the person gets a training today
 */
public record WhatIfDraft(
        @Nullable Double payPercent,
        @Nullable BigDecimal payAmount,
        @Nullable String currency,
        @Nullable Boolean promotion,
        @Nullable Boolean project,
        @Nullable Double overtimeAtMost,
        @Nullable Boolean training) {
    private static final double MOST_PERCENT = 100;

    /** The most overtime that can be asked about, in hours of 30 days. */
    static final double MOST_HOURS = 200;

    /**
     * Returns the changes.
     *
     * @param terms the person's pay
     * @return the changes, with nothing of the pay where the pay is not known
     * @throws RestException with status 400, naming every field that is wrong
     */
    Changes changes(Employee.Terms terms) {
        List<FieldError> errors = new ArrayList<>();
        add(errors, "payPercent", percentWrong());
        add(errors, "payAmount", amountWrong(terms.basePay()));
        add(errors, "currency", currencyWrong(terms.currency()));
        add(errors, "overtimeAtMost", hoursWrong(overtimeAtMost));
        if (!errors.isEmpty()) {
            throw RestException.invalid(errors);
        }
        return new Changes(kinds(terms), pay(terms), overtimeAtMost == null ? Double.NaN : overtimeAtMost);
    }

    /** Whether a change of pay is asked about. */
    boolean changesPay() {
        return payPercent != null || payAmount != null;
    }

    private Set<Change> kinds(Employee.Terms terms) {
        Set<Change> kinds = EnumSet.noneOf(Change.class);
        add(kinds, changesPay() && terms.basePay() > 0, Change.PAY);
        add(kinds, Boolean.TRUE.equals(promotion), Change.PROMOTION);
        add(kinds, Boolean.TRUE.equals(project), Change.PROJECT);
        add(kinds, overtimeAtMost != null, Change.OVERTIME);
        add(kinds, Boolean.TRUE.equals(training), Change.TRAINING);
        return kinds;
    }

    private double pay(Employee.Terms terms) {
        if (payAmount != null) {
            return payAmount.doubleValue();
        }
        return payPercent == null ? Double.NaN : terms.basePay() * (100 + payPercent) / 100;
    }

    private @Nullable String percentWrong() {
        if (payPercent == null || (payPercent > 0 && payPercent <= MOST_PERCENT)) {
            return payPercent != null && payAmount != null ? "percentOrAmount" : null;
        }
        return "whatIfPercent";
    }

    private @Nullable String amountWrong(double basePay) {
        if (payAmount == null) {
            return null;
        }
        // Where the pay is not known, the size cannot be judged; nothing is changed then.
        boolean fits = payAmount.signum() > 0 && !(payAmount.doubleValue() > 2 * basePay);
        return fits ? null : "whatIfAmount";
    }

    private @Nullable String currencyWrong(String known) {
        if (payAmount == null) {
            return null;
        }
        if (currency == null || currency.isBlank()) {
            return "missing";
        }
        return known.isEmpty() || known.equals(currency) ? null : "whatIfCurrency";
    }

    static @Nullable String hoursWrong(@Nullable Double hours) {
        return hours == null || (hours >= 0 && hours <= MOST_HOURS) ? null : "whatIfHours";
    }

    private static void add(List<FieldError> errors, String field, @Nullable String code) {
        if (code != null) {
            errors.add(FieldError.of(field, code));
        }
    }

    private static void add(Set<Change> kinds, boolean asked, Change kind) {
        if (asked) {
            kinds.add(kind);
        }
    }
}
