package org.holdfast.core.insight.exits;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.holdfast.core.risk.rest.ScoreSheet;

/** The offboarding report as an Excel file: figures, reasons, steps. Shares are numbers, so that they can be worked with. */
final class OffboardingSheet {
    private static final List<String> FIGURE =
            List.of("figure", "numerator", "denominator", "value", "low", "high", "meaning");
    private static final List<String> REASON = List.of("reason", "exits", "share");
    private static final List<String> STEP = List.of("step", "stepsDone", "hours", "inTimeCount", "dueCount", "inTime");

    private OffboardingSheet() {}

    /** Writes a report as its reader is told it. */
    static byte[] write(JsonNode told, ReportWords say) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "Holdfast", "1.0")) {
            figures(book.newWorksheet(say.text("figures")), told, say);
            reasons(book.newWorksheet(say.text("reasonsSheet")), told, say);
            steps(book.newWorksheet(say.text("stepsSheet")), told, say);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void figures(Worksheet sheet, JsonNode told, ReportWords say) {
        heads(sheet, say.heads(FIGURE));
        int line = 0;
        for (JsonNode figure : told.path("figures")) {
            String code = figure.path("code").asText();
            line++;
            text(sheet, line, 0, say.text("figure." + code));
            number(sheet, line, 1, figure.path("numerator"));
            number(sheet, line, 2, figure.path("denominator"));
            valueOrFew(sheet, line, 3, figure, say);
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

    private static void reasons(Worksheet sheet, JsonNode told, ReportWords say) {
        heads(sheet, say.heads(REASON));
        int line = 0;
        for (JsonNode reason : told.path("reasons")) {
            line++;
            text(sheet, line, 0, say.reason(reason));
            number(sheet, line, 1, reason.path("exits"));
            number(sheet, line, 2, reason.path("share"));
        }
        note(sheet, line, say);
    }

    private static void steps(Worksheet sheet, JsonNode told, ReportWords say) {
        heads(sheet, say.heads(STEP));
        int line = 0;
        for (JsonNode step : told.path("steps")) {
            line++;
            JsonNode inTime = step.path("inTime");
            text(sheet, line, 0, say.step(step));
            number(sheet, line, 1, step.path("hours").path("denominator"));
            valueOrFew(sheet, line, 2, step.path("hours"), say);
            number(sheet, line, 3, inTime.path("numerator"));
            number(sheet, line, 4, inTime.path("denominator"));
            valueOrFew(sheet, line, 5, inTime, say);
        }
        note(sheet, line, say);
    }

    private static void note(Worksheet sheet, int lines, ReportWords say) {
        text(sheet, lines + 2, 0, say.text(lines == 0 ? "tooFew" : "few"));
    }

    private static void heads(Worksheet sheet, List<String> heads) {
        for (int column = 0; column < heads.size(); column++) {
            text(sheet, 0, column, heads.get(column));
        }
    }

    private static void valueOrFew(Worksheet sheet, int line, int column, JsonNode figure, ReportWords say) {
        JsonNode value = figure.path("value");
        if (value.isNumber()) {
            number(sheet, line, column, value);
        } else {
            text(sheet, line, column, say.text("tooFew"));
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
