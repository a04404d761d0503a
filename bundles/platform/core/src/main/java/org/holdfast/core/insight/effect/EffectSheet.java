package org.holdfast.core.insight.effect;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.holdfast.core.risk.rest.ScoreSheet;

/** The effect report as an Excel file: figures, months, attrition. Shares are numbers, so that they can be worked with. */
final class EffectSheet {
    private static final List<String> FIGURE =
            List.of("figure", "numerator", "denominator", "value", "low", "high", "meaning");
    private static final List<String> GROUP = List.of(
            "subsidiary",
            "group",
            "beforeFrom",
            "beforeExits",
            "beforeYears",
            "before",
            "sinceFrom",
            "sinceTo",
            "sinceExits",
            "sinceYears",
            "since",
            "control");
    private static final List<String> TRIAL = List.of(
            "subsidiary",
            "trial",
            "toldPeople",
            "toldExits",
            "told",
            "heldPeople",
            "heldExits",
            "held",
            "difference",
            "low",
            "high",
            "toldAnyway");

    private EffectSheet() {}

    /** Writes a report as its reader is told it. */
    static byte[] write(JsonNode told, EffectWords say) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "Holdfast", "1.0")) {
            figures(book.newWorksheet(say.text("figures")), told, say);
            months(book.newWorksheet(say.text("months")), told, say);
            attrition(book.newWorksheet(say.text("attritionSheet")), told, say);
            trials(book.newWorksheet(say.text("trialsSheet")), told, say);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void figures(Worksheet sheet, JsonNode told, EffectWords say) {
        heads(sheet, say.heads(FIGURE));
        int line = 0;
        for (JsonNode figure : told.path("figures")) {
            String code = figure.path("code").asText();
            line++;
            text(sheet, line, 0, say.text("figure." + code));
            number(sheet, line, 1, figure.path("numerator"));
            number(sheet, line, 2, figure.path("denominator"));
            if (figure.path("value").isNumber()) {
                number(sheet, line, 3, figure.path("value"));
            } else {
                text(sheet, line, 3, say.text("tooFew"));
            }
            number(sheet, line, 4, figure.path("low"));
            number(sheet, line, 5, figure.path("high"));
            text(sheet, line, 6, say.text("meaning." + code));
        }
        text(
                sheet,
                line + 2,
                0,
                say.text("fromTo", told.path("from").asText(), told.path("to").asText()));
        text(sheet, line + 3, 0, say.text("few"));
    }

    private static void months(Worksheet sheet, JsonNode told, EffectWords say) {
        List<String> heads = new ArrayList<>(say.heads(List.of("month")));
        for (JsonNode figure : told.path("figures")) {
            String name = say.text("figure." + figure.path("code").asText());
            heads.add(name);
            heads.add(say.text("ofWhich", name));
        }
        heads(sheet, heads);
        int line = 0;
        for (JsonNode month : told.path("months")) {
            line++;
            text(sheet, line, 0, month.path("month").asText());
            int column = 0;
            for (JsonNode figure : month.path("figures")) {
                number(sheet, line, ++column, figure.path("value"));
                number(sheet, line, ++column, figure.path("denominator"));
            }
        }
    }

    private static void attrition(Worksheet sheet, JsonNode told, EffectWords say) {
        heads(sheet, say.heads(GROUP));
        int line = 0;
        for (JsonNode row : told.path("attrition")) {
            line++;
            text(sheet, line, 0, row.path("subsidiary").asText());
            text(sheet, line, 1, say.group(row));
            text(sheet, line, 2, row.path("beforeFrom").asText());
            rate(sheet, line, 3, row.path("before"));
            text(sheet, line, 6, row.path("sinceFrom").asText());
            text(sheet, line, 7, row.path("sinceTo").asText());
            rate(sheet, line, 8, row.path("since"));
            text(sheet, line, 11, say.control(row));
        }
        text(sheet, line + 2, 0, say.text("caution"));
    }

    private static void trials(Worksheet sheet, JsonNode told, EffectWords say) {
        heads(sheet, say.heads(TRIAL));
        int line = 0;
        for (JsonNode row : told.path("trials")) {
            line++;
            text(sheet, line, 0, row.path("subsidiary").asText());
            text(sheet, line, 1, say.trial(row));
            arm(sheet, line, 2, row.path("told"));
            arm(sheet, line, 5, row.path("held"));
            number(sheet, line, 8, row.path("difference").path("value"));
            number(sheet, line, 9, row.path("difference").path("low"));
            number(sheet, line, 10, row.path("difference").path("high"));
            number(sheet, line, 11, row.path("toldAnyway"));
        }
        text(sheet, line + 2, 0, say.text(line == 0 ? "noTrial" : "trialNote"));
    }

    private static void arm(Worksheet sheet, int line, int column, JsonNode arm) {
        number(sheet, line, column, arm.path("people"));
        number(sheet, line, column + 1, arm.path("exits"));
        number(sheet, line, column + 2, arm.path("rate"));
    }

    private static void rate(Worksheet sheet, int line, int column, JsonNode rate) {
        number(sheet, line, column, rate.path("exits"));
        number(sheet, line, column + 1, rate.path("personYears"));
        number(sheet, line, column + 2, rate.path("annualised"));
    }

    private static void heads(Worksheet sheet, List<String> heads) {
        for (int column = 0; column < heads.size(); column++) {
            text(sheet, 0, column, heads.get(column));
        }
    }

    private static void text(Worksheet sheet, int line, int column, String text) {
        sheet.value(line, column, ScoreSheet.harmless(text));
    }

    private static void number(Worksheet sheet, int line, int column, JsonNode value) {
        if (value.isNumber()) {
            sheet.value(line, column, value.doubleValue());
        }
    }
}
