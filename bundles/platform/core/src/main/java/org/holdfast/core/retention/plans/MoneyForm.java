package org.holdfast.core.retention.plans;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.holdfast.core.platform.rest.FieldError;
import org.jspecify.annotations.Nullable;

/** Checks what somebody writes of an amount of money: an amount needs a currency, and the other way round. */
public final class MoneyForm {
    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000_000L);

    private MoneyForm() {}

    /**
     * Reads an amount.
     *
     * @param field path of the field it stands in
     * @param amount what was written, null for nothing
     * @param currency code by ISO 4217, null or empty for nothing
     * @param errors what is wrong is added here
     * @return the amount; null where nothing was written, and where it is wrong
     */
    public static @Nullable Money read(
            String field, @Nullable BigDecimal amount, @Nullable String currency, List<FieldError> errors) {
        boolean blank = currency == null || currency.isBlank();
        if (amount == null) {
            if (!blank) {
                errors.add(FieldError.of(field + ".amount", "missing"));
            }
            return null;
        }
        Optional<Currency> known = currency(currency);
        if (known.isEmpty()) {
            errors.add(FieldError.of(field + ".currency", blank ? "missing" : "unknown"));
            return null;
        }
        int decimals = Math.max(0, known.get().getDefaultFractionDigits());
        if (amount.signum() < 0 || amount.compareTo(MOST) > 0 || fine(amount, decimals)) {
            errors.add(FieldError.of(field + ".amount", "range"));
            return null;
        }
        return new Money(amount.setScale(decimals), known.get());
    }

    private static Optional<Currency> currency(@Nullable String code) {
        return Currency.getAvailableCurrencies().stream()
                .filter(currency -> currency.getCurrencyCode().equals(code))
                .findFirst();
    }

    /** Says whether a number has more decimals than it may. An exponent of a million digits is not written out for that. */
    static boolean fine(BigDecimal number, int decimals) {
        return number.scale() > decimals && number.stripTrailingZeros().scale() > decimals;
    }
}
