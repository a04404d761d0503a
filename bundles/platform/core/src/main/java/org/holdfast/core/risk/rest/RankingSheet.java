package org.holdfast.core.risk.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.holdfast.core.platform.rest.Texts;

/** Writes a ranking as an Excel file; its last line says that these are expectations. */
final class RankingSheet {
    private static final List<String> COLUMNS = List.of(
            "employeeNo",
            "name",
            "department",
            "position",
            "probability",
            "kind",
            "retained",
            "low",
            "high",
            "cost",
            "currency",
            "perCost",
            "chosen");

    private RankingSheet() {}

    /** Writes rows as their reader is told them: a part that is absent leaves its cell empty. */
    static byte[] write(Stream<JsonNode> rows, String currency, Texts texts, String language) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "Holdfast", "1.0")) {
            Worksheet sheet = book.newWorksheet(texts.text(language, "risk.ranking.sheet"));
            for (int column = 0; column < COLUMNS.size(); column++) {
                sheet.value(0, column, texts.text(language, "risk.ranking.column." + COLUMNS.get(column)));
            }
            int line = 0;
            for (JsonNode row : (Iterable<JsonNode>) rows::iterator) {
                String kind = row.path("kind").asText("");
                words(sheet, ++line, row, kind.isEmpty() ? "" : texts.text(language, "actionKind." + kind));
                numbers(sheet, line, row, currency);
                text(sheet, line, 12, row.path("chosen").asBoolean() ? "✓" : "");
            }
            text(sheet, line + 2, 0, texts.text(language, "risk.ranking.caution"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void words(Worksheet sheet, int line, JsonNode row, String kind) {
        text(sheet, line, 0, row.path("employeeNo").asText(""));
        text(sheet, line, 1, row.path("name").asText(""));
        text(sheet, line, 2, row.path("departmentName").asText(""));
        text(sheet, line, 3, row.path("position").asText(""));
        text(sheet, line, 5, kind);
    }

    private static void numbers(Worksheet sheet, int line, JsonNode row, String currency) {
        number(sheet, line, 4, row.path("probability"));
        number(sheet, line, 6, row.path("retained"));
        number(sheet, line, 7, row.path("low"));
        number(sheet, line, 8, row.path("high"));
        number(sheet, line, 9, row.path("cost"));
        text(sheet, line, 10, row.path("cost").isNumber() ? currency : "");
        number(sheet, line, 11, row.path("perCost"));
    }

    private static void text(Worksheet sheet, int line, int column, String text) {
        sheet.value(line, column, ScoreSheet.harmless(text));
    }

    private static void number(Worksheet sheet, int line, int column, JsonNode value) {
        if (value.isNumber()) {
            sheet.value(line, column, value.asDouble());
        }
    }
}
