package org.holdfast.core.platform.paper;

import com.fasterxml.jackson.databind.JsonNode;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.holdfast.core.platform.rest.Texts;

/** The words, days and numbers of a paper in its language. Moments are told in UTC and say so. */
public final class PaperWords {
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d.*");

    private final Texts texts;
    private final String language;
    private final Locale locale;

    PaperWords(Texts texts, String language) {
        this.texts = texts;
        this.language = language;
        this.locale = Locale.forLanguageTag(language);
    }

    /**
     * Returns the language.
     *
     * @return its tag
     */
    public String language() {
        return language;
    }

    /**
     * Returns a text.
     *
     * @param key its key
     * @param values what stands in its placeholders
     * @return the text
     */
    public String text(String key, Object... values) {
        return texts.text(language, key, values);
    }

    /**
     * Returns the word for a code.
     *
     * @param family what comes before the code in the text's key, such as {@code category.}
     * @param code the code
     * @return the word, or the code where there is none
     */
    public String word(String family, String code) {
        return texts.find(language, family + code).orElse(code);
    }

    /**
     * Returns the words for codes that stand in a list.
     *
     * @param family what comes before the codes in the texts' keys
     * @param codes the codes
     * @return the words, or a dash where there is no code
     */
    public String words(String family, JsonNode codes) {
        List<String> words = new ArrayList<>();
        codes.forEach(code -> words.add(word(family, code.asText())));
        return words.isEmpty() ? "–" : words.stream().sorted().collect(Collectors.joining(", "));
    }

    /**
     * Returns a value as people read it: a day, a moment, a number, yes or no, or the text itself.
     *
     * @param value the value; absent or null for none
     * @return its text, a dash where there is none
     */
    public String value(JsonNode value) {
        boolean blank = value.isTextual() && value.textValue().isEmpty();
        if (value.isMissingNode() || value.isNull() || blank) {
            return "–";
        }
        if (value.isBoolean()) {
            return text(value.booleanValue() ? "paper.yes" : "paper.no");
        }
        if (value.isNumber()) {
            NumberFormat format = NumberFormat.getNumberInstance(locale);
            format.setMaximumFractionDigits(4);
            return format.format(value.numberValue());
        }
        return moment(value.asText());
    }

    private String moment(String text) {
        if (DAY.matcher(text).matches()) {
            return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                    .withLocale(locale)
                    .format(LocalDate.parse(text));
        }
        if (MOMENT.matcher(text).matches()) {
            return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                            .withLocale(locale)
                            .format(OffsetDateTime.parse(text).withOffsetSameInstant(ZoneOffset.UTC))
                    + " UTC";
        }
        return text;
    }
}
