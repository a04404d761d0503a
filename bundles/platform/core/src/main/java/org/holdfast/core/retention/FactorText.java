package org.holdfast.core.retention;

import java.text.NumberFormat;
import java.util.Locale;
import org.holdfast.core.platform.rest.Texts;
import org.holdfast.core.risk.features.Reading;
import org.holdfast.core.risk.scoring.Reason;

/** Says a reason in words, with its values, from the texts of the industry's bundle. */
final class FactorText {
    private static final String UNKNOWN = "–";

    private final Texts texts;
    private final String tag;
    private final NumberFormat number;
    private final NumberFormat percent;

    FactorText(Texts texts, String tag) {
        this.texts = texts;
        this.tag = tag;
        Locale locale = Locale.forLanguageTag(tag);
        number = NumberFormat.getNumberInstance(locale);
        number.setMaximumFractionDigits(1);
        percent = NumberFormat.getPercentInstance(locale);
    }

    String of(Reason reason) {
        String key = "reason." + reason.signal();
        Reading reading = reason.reading();
        return texts.find(tag, key)
                .map(text -> texts.text(
                        tag,
                        key,
                        number(reading.value()),
                        number(reading.previous()),
                        change(reading.change()),
                        reading.windowDays()))
                .orElseGet(() -> texts.find(tag, "signal." + reason.signal()).orElse(reason.signal()));
    }

    private String number(double value) {
        return Double.isFinite(value) ? number.format(value) : UNKNOWN;
    }

    private String change(double value) {
        if (!Double.isFinite(value)) {
            return UNKNOWN;
        }
        return (value > 0 ? "+" : "") + percent.format(value);
    }
}
