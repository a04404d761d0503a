package org.holdfast.core.risk.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.holdfast.core.platform.rest.Texts;

/**
 * Writes the watch list as an Excel file. A text that a spreadsheet would run as a formula is written with an apostrophe
 * before it (OWASP, "CSV injection").
 */
public final class ScoreSheet {
    private static final List<String> COLUMNS = List.of(
            "employeeNo",
            "name",
            "subsidiary",
            "department",
            "position",
            "score",
            "band",
            "change30",
            "asOf",
            "reasons");

    private ScoreSheet() {}

    /** Writes rows as their reader is told them: a part that is absent leaves its cell empty. */
    static byte[] write(Stream<JsonNode> rows, Texts texts, String language) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "Holdfast", "1.0")) {
            Worksheet sheet = book.newWorksheet(texts.text(language, "risk.sheet"));
            for (int column = 0; column < COLUMNS.size(); column++) {
                sheet.value(0, column, texts.text(language, "risk.column." + COLUMNS.get(column)));
            }
            int line = 0;
            for (JsonNode row : (Iterable<JsonNode>) rows::iterator) {
                write(
                        sheet,
                        ++line,
                        row,
                        row.has("band") ? texts.text(language, "risk.band." + text(row, "band")) : "");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(Worksheet sheet, int line, JsonNode row, String band) {
        text(sheet, line, 0, text(row, "employeeNo"));
        text(sheet, line, 1, text(row, "name"));
        text(sheet, line, 2, text(row, "subsidiaryName"));
        text(sheet, line, 3, text(row, "departmentName"));
        text(sheet, line, 4, text(row, "position"));
        number(sheet, line, 5, row.path("score"));
        text(sheet, line, 6, band);
        number(sheet, line, 7, row.path("change30"));
        text(sheet, line, 8, text(row, "asOf"));
        text(
                sheet,
                line,
                9,
                row.path("reasons").findValuesAsText("text").stream().collect(Collectors.joining("; ")));
    }

    private static String text(JsonNode row, String part) {
        return row.path(part).asText("");
    }

    /**
     * Keeps a text from being run as a formula.
     *
     * @param text the text
     * @return the same, with an apostrophe before it where a spreadsheet would run it
     */
    public static String harmless(String text) {
        boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
        return formula ? "'" + text : text;
    }

    private static void text(Worksheet sheet, int line, int column, String text) {
        sheet.value(line, column, harmless(text));
    }

    private static void number(Worksheet sheet, int line, int column, JsonNode value) {
        if (value.isNumber()) {
            sheet.value(line, column, value.asDouble());
        }
    }
}
