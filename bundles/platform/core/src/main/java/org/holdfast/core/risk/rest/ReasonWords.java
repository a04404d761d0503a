package org.holdfast.core.risk.rest;

import java.text.NumberFormat;
import java.util.Locale;
import org.holdfast.core.platform.rest.Texts;
import org.holdfast.core.risk.features.Reading;
import org.holdfast.core.risk.scoring.Reason;

/**
 * Puts reasons into words: the text {@code reason.<signal>} with {0} the value, {1} the value before, {2} the change and
 * {3} the days of the window. Safe for use from many threads.
 */
public final class ReasonWords {
    private final Texts texts;

    /**
     * Creates it.
     *
     * @param texts all texts
     */
    public ReasonWords(Texts texts) {
        this.texts = texts;
    }

    /**
     * Puts a reason into words.
     *
     * @param reason the reason
     * @param language tag of an existing language
     * @return a sentence, or the signal's name where there is no reading or no text
     */
    public String text(Reason reason, String language) {
        String key = "reason." + reason.signal();
        if (Double.isNaN(reason.reading().value()) || texts.find(language, key).isEmpty()) {
            return name(reason.signal(), language);
        }
        Reading reading = reason.reading();
        return texts.text(
                language,
                key,
                number(reading.value(), language),
                number(reading.previous(), language),
                change(reading.change(), language),
                Integer.toString(reading.windowDays()));
    }

    /**
     * Returns a signal's name.
     *
     * @param signal its code
     * @param language tag of an existing language
     * @return the name, or the code where there is none
     */
    public String name(String signal, String language) {
        return texts.find(language, "signal." + signal).orElse(signal);
    }

    private static String number(double value, String language) {
        if (Double.isNaN(value)) {
            return "–";
        }
        NumberFormat format = NumberFormat.getNumberInstance(Locale.forLanguageTag(language));
        format.setMaximumFractionDigits(1);
        return format.format(value);
    }

    private static String change(double change, String language) {
        if (Double.isNaN(change)) {
            return "–";
        }
        NumberFormat format = NumberFormat.getPercentInstance(Locale.forLanguageTag(language));
        format.setMaximumFractionDigits(1);
        return (change > 0 ? "+" : "") + format.format(change);
    }
}
