package org.holdfast.core.offboarding.settlement;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.Locale;
import org.holdfast.core.platform.rest.Texts;

/** The words and figures of settlements in one language. For one call: formats of numbers are not safe for many threads. */
final class SettlementWords {
    private static final int MOST_DECIMALS = 6;

    private final Texts texts;
    private final String language;
    private final NumberFormat money;
    private final NumberFormat number;
    private final DateTimeFormatter day;

    /**
     * Creates them.
     *
     * @param texts all texts
     * @param language tag of an existing language
     * @param currency ISO 4217 code; empty for none
     */
    SettlementWords(Texts texts, String language, String currency) {
        this.texts = texts;
        this.language = language;
        Locale locale = Locale.forLanguageTag(language);
        int decimals = currency.isEmpty()
                ? 2
                : Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        money = NumberFormat.getNumberInstance(locale);
        money.setMinimumFractionDigits(decimals);
        money.setMaximumFractionDigits(decimals);
        number = NumberFormat.getNumberInstance(locale);
        number.setMaximumFractionDigits(MOST_DECIMALS);
        day = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale);
    }

    String text(String key, Object... values) {
        return texts.text(language, key, values);
    }

    /** Says a step with its figures. */
    String formula(Step step) {
        return text(
                "settlement.step." + step.code(),
                step.figures().stream().map(this::figure).toArray());
    }

    String figure(Figure figure) {
        return switch (figure.kind()) {
            case MONEY -> money.format(new BigDecimal(figure.value()));
            case NUMBER -> number.format(new BigDecimal(figure.value()));
            case DAY -> day.format(LocalDate.parse(figure.value()));
        };
    }

    String article(String key) {
        return key.isEmpty() ? "" : text(key);
    }
}
