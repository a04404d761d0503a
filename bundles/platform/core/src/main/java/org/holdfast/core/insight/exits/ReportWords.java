package org.holdfast.core.insight.exits;

import com.fasterxml.jackson.databind.JsonNode;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;

/** The report in the words of its reader: what paper and sheet say alike. */
final class ReportWords {
    private static final String NONE = "–";

    private final Source texts;
    private final Locale locale;

    ReportWords(Source texts, String language) {
        this.texts = texts;
        this.locale = Locale.forLanguageTag(language);
    }

    /** Where texts come from. */
    @FunctionalInterface
    interface Source {
        String text(String key, Object... values);
    }

    String text(String key, Object... values) {
        return texts.text("offboardingReport." + key, values);
    }

    List<String> heads(List<String> columns) {
        return columns.stream().map(column -> text("column." + column)).toList();
    }

    String percent(double share) {
        NumberFormat format = NumberFormat.getPercentInstance(locale);
        format.setMaximumFractionDigits(1);
        return format.format(share);
    }

    String number(JsonNode value) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(1);
        return value.isNumber() ? format.format(value.doubleValue()) : NONE;
    }

    /** Returns a figure's value: a share in percent, a median in hours, or that it is of too few. */
    String value(JsonNode figure) {
        JsonNode value = figure.path("value");
        if (!value.isNumber()) {
            return text("tooFew");
        }
        return figure.path("numerator").isNumber() ? percent(value.doubleValue()) : text("hours", number(value));
    }

    /** Returns the interval of a share. */
    String interval(JsonNode figure) {
        return figure.path("low").isNumber()
                ? percent(figure.path("low").doubleValue()) + " – "
                        + percent(figure.path("high").doubleValue())
                : NONE;
    }

    /** Returns the words for why people left. */
    String reason(JsonNode reason) {
        String code = reason.path("reason").asText();
        return code.isEmpty() ? text("others") : texts.text("offboarding.reason." + code);
    }

    /** Returns the name of a step. */
    String step(JsonNode step) {
        return texts.text("flow.step." + step.path("step").asText());
    }
}
