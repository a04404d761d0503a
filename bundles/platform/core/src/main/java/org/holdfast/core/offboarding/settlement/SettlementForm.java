package org.holdfast.core.offboarding.settlement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import org.holdfast.api.labour.SettlementComponent;
import org.holdfast.core.offboarding.settlement.SettlementFields.ClaimFields;
import org.holdfast.core.platform.rest.FieldError;
import org.holdfast.core.platform.rest.RestException;
import org.jspecify.annotations.Nullable;

/** Checks what somebody writes that a settlement is computed from, and names every field that is wrong. For one form. */
final class SettlementForm {
    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000_000L);
    private static final BigDecimal MOST_DAYS = BigDecimal.valueOf(366);
    private static final int DAY_DECIMALS = 2;
    private static final int LONGEST = 200;
    private static final int MOST_CLAIMS = 100;
    private static final int MOST_YEARS = 10;

    private final LocalDate lastDay;
    private final int decimals;
    private final List<FieldError> errors = new ArrayList<>();

    SettlementForm(LocalDate lastDay, Currency currency) {
        this.lastDay = lastDay;
        this.decimals = Math.max(0, currency.getDefaultFractionDigits());
    }

    Inputs read(SettlementFields fields) {
        Inputs inputs = new Inputs(
                new Inputs.Pay(
                        money("monthlyPay", fields.monthlyPay()),
                        money("lastMonthPay", fields.lastMonthPay()),
                        money("averagePay", fields.averagePay()),
                        money("ordinaryPay", fields.ordinaryPay())),
                paidUntil(fields.paidUntil()),
                days("leaveDays", fields.leaveDays()),
                days("leaveTaken", fields.leaveTaken()),
                text("place", fields.place(), false),
                claims(fields.claims()));
        if (!errors.isEmpty()) {
            throw RestException.invalid(errors);
        }
        return inputs;
    }

    private List<Claim> claims(@Nullable List<ClaimFields> fields) {
        List<Claim> claims = new ArrayList<>();
        List<ClaimFields> all = fields == null ? List.of() : fields;
        if (all.size() > MOST_CLAIMS) {
            wrong("claims", "tooMany");
            return claims;
        }
        for (int i = 0; i < all.size(); i++) {
            claims.add(claim("claims[" + i + "].", all.get(i)));
        }
        return claims;
    }

    private Claim claim(String path, ClaimFields fields) {
        SettlementComponent component = SettlementComponent.ofCode(String.valueOf(fields.component()))
                .filter(one -> one == SettlementComponent.BONUS || one == SettlementComponent.EXPENSES)
                .orElseGet(() -> {
                    wrong(path + "component", fields.component() == null ? "missing" : "notOneOf");
                    return SettlementComponent.BONUS;
                });
        String label = text(path + "label", fields.label(), true);
        BigDecimal amount = money(path + "amount", fields.amount());
        if (fields.amount() == null) {
            wrong(path + "amount", "missing");
        }
        return new Claim(component, label, amount == null ? BigDecimal.ZERO : amount, state(path, fields.state()));
    }

    private Claim.State state(String path, @Nullable String code) {
        return Arrays.stream(Claim.State.values())
                .filter(state -> state.code().equals(code))
                .findFirst()
                .orElseGet(() -> {
                    wrong(path + "state", code == null ? "missing" : "notOneOf");
                    return Claim.State.OPEN;
                });
    }

    /** Wages of years before, or paid for years to come, are a slip of the pen. */
    private @Nullable LocalDate paidUntil(@Nullable LocalDate day) {
        if (day != null && (day.isBefore(lastDay.minusYears(MOST_YEARS)) || day.isAfter(lastDay.plusYears(1)))) {
            wrong("paidUntil", "range");
            return null;
        }
        return day;
    }

    private @Nullable BigDecimal money(String field, @Nullable BigDecimal amount) {
        return number(field, amount, MOST, decimals);
    }

    private @Nullable BigDecimal days(String field, @Nullable BigDecimal days) {
        return number(field, days, MOST_DAYS, DAY_DECIMALS);
    }

    private @Nullable BigDecimal number(String field, @Nullable BigDecimal number, BigDecimal most, int places) {
        if (number == null) {
            return null;
        }
        // An exponent of a million digits is not written out for that.
        boolean fine = number.scale() > places && number.stripTrailingZeros().scale() > places;
        if (number.signum() < 0 || number.compareTo(most) > 0 || fine) {
            wrong(field, "range");
            return null;
        }
        return number.setScale(places);
    }

    private String text(String field, @Nullable String text, boolean needed) {
        String stripped = text == null ? "" : text.strip();
        if (needed && stripped.isEmpty()) {
            wrong(field, "missing");
        }
        if (stripped.length() > LONGEST) {
            wrong(field, "tooLong");
        }
        return stripped;
    }

    private void wrong(String field, String code) {
        errors.add(FieldError.of(field, code));
    }
}
