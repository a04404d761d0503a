package org.holdfast.core.insight.effect;

import com.fasterxml.jackson.databind.JsonNode;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.holdfast.core.platform.rest.Texts;

/** The report in the words of its reader: what paper and sheet say alike. */
final class EffectWords {
    private final Source texts;
    private final Locale locale;

    EffectWords(Source texts, String language) {
        this.texts = texts;
        this.locale = Locale.forLanguageTag(language);
    }

    EffectWords(Texts texts, String language) {
        this((key, values) -> texts.text(language, key, values), language);
    }

    /** Where texts come from. */
    @FunctionalInterface
    interface Source {
        String text(String key, Object... values);
    }

    String text(String key, Object... values) {
        return texts.text("effect." + key, values);
    }

    String percent(double share) {
        NumberFormat format = NumberFormat.getPercentInstance(locale);
        format.setMaximumFractionDigits(1);
        return format.format(share);
    }

    String number(JsonNode value) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(1);
        return value.isNumber() ? format.format(value.doubleValue()) : "–";
    }

    /** Returns a figure's value: a share in percent, a median in days. */
    String value(JsonNode figure) {
        JsonNode value = figure.path("value");
        if (!value.isNumber()) {
            return text("tooFew");
        }
        return share(figure) ? percent(value.doubleValue()) : text("days", number(value));
    }

    /** Returns a figure's value with what it is counted from, for a table of months. */
    String inMonth(JsonNode figure) {
        if (!figure.path("value").isNumber()) {
            return "–";
        }
        return share(figure)
                ? text("of", number(figure.path("numerator")), number(figure.path("denominator")), value(figure))
                : value(figure);
    }

    /** Returns the interval of a share. */
    String interval(JsonNode figure) {
        return figure.path("low").isNumber()
                ? percent(figure.path("low").doubleValue()) + " – "
                        + percent(figure.path("high").doubleValue())
                : "–";
    }

    /** Returns the name of a key group. */
    String group(JsonNode row) {
        String kind = row.path("kind").asText();
        return kind.equals("family") ? text("group.family", row.path("family").asText()) : text("group." + kind);
    }

    /** Returns a rate with what it is counted from. */
    String rate(JsonNode rate) {
        return text(
                "rate",
                percent(rate.path("annualised").doubleValue()),
                number(rate.path("exits")),
                number(rate.path("personYears")));
    }

    /** Returns the comparison group's rates, or that there is none. */
    String control(JsonNode row) {
        JsonNode control = row.path("control");
        if (!control.isObject()) {
            return text("noControl");
        }
        return text("change", rate(control.path("before")), rate(control.path("since")));
    }

    /** Returns from when to when a hold-out drew lots, for which share, and how far it has come. */
    String trial(JsonNode row) {
        return text(
                "trialSpan",
                row.path("from").asText(),
                row.path("to").asText(),
                row.path("share").asText(),
                text("trialState." + row.path("state").asText()));
    }

    /** Returns the exits of one group of a hold-out with what they are counted from. */
    String arm(JsonNode arm) {
        return arm.isObject()
                ? text(
                        "arm",
                        percent(arm.path("rate").doubleValue()),
                        number(arm.path("exits")),
                        number(arm.path("people")),
                        interval(arm))
                : text("notEnough");
    }

    /** Returns a difference of shares in points. */
    String difference(JsonNode difference) {
        return difference.isObject()
                ? text(
                        "points",
                        points(difference.path("value")),
                        points(difference.path("low")),
                        points(difference.path("high")))
                : "–";
    }

    private String points(JsonNode share) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(1);
        return format.format(100 * share.doubleValue());
    }

    List<String> heads(List<String> columns) {
        List<String> heads = new ArrayList<>();
        columns.forEach(column -> heads.add(text("column." + column)));
        return heads;
    }

    static boolean share(JsonNode figure) {
        return figure.path("numerator").isNumber();
    }
}
