package org.holdfast.core.signals;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a résumé update says, kept as the text of its fact: {@code intention=active;expectedPay=420000}.
 *
 * @param intention the intention as the site words it, empty where not said; holds no semicolon
 * @param expectedPay expected pay, gross per year in the employee's currency, NaN where not said
 */
public record JobSiteUpdate(String intention, double expectedPay) {
    private static final String INTENTION = "intention=";
    private static final String EXPECTED_PAY = "expectedPay=";

    /** Keeps semicolons out of the intention. */
    public JobSiteUpdate {
        intention = intention.replace(';', ',').strip();
    }

    /**
     * Reads the text of a fact.
     *
     * @param text the text as {@link #text} wrote it
     * @return the update
     */
    public static JobSiteUpdate of(String text) {
        return new JobSiteUpdate(
                word(text, INTENTION).orElse(""),
                word(text, EXPECTED_PAY).map(Double::parseDouble).orElse(Double.NaN));
    }

    /**
     * Returns the text of the fact.
     *
     * @return empty where nothing was said
     */
    public String text() {
        StringBuilder text = new StringBuilder();
        if (!intention.isEmpty()) {
            text.append(INTENTION).append(intention).append(';');
        }
        if (!Double.isNaN(expectedPay)) {
            text.append(EXPECTED_PAY).append(expectedPay).append(';');
        }
        return text.toString();
    }

    /**
     * Returns the expected pay.
     *
     * @return gross per year, or empty where not said
     */
    public OptionalDouble pay() {
        return Double.isNaN(expectedPay) ? OptionalDouble.empty() : OptionalDouble.of(expectedPay);
    }

    private static Optional<String> word(String text, String name) {
        for (String part : text.split(";", -1)) {
            if (part.startsWith(name)) {
                return Optional.of(part.substring(name.length()));
            }
        }
        return Optional.empty();
    }
}
