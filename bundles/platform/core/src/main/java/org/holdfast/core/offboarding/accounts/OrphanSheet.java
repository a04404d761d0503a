package org.holdfast.core.offboarding.accounts;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.holdfast.core.platform.rest.Texts;

/** Orphan accounts as an Excel file, as their reader is told them. No text of it is run as a formula. */
final class OrphanSheet {
    private static final List<String> COLUMNS =
            List.of("system", "account", "employeeNo", "owner", "ownerNo", "kind", "since");

    private OrphanSheet() {}

    /**
     * Writes the sheet.
     *
     * @param rows orphans as their reader is told them
     * @param texts all texts
     * @param language the reader's language
     * @return an Excel file
     */
    static byte[] write(Stream<JsonNode> rows, Texts texts, String language) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "Holdfast", "1.0")) {
            Worksheet sheet = book.newWorksheet(texts.text(language, "accounts.sheet"));
            for (int column = 0; column < COLUMNS.size(); column++) {
                sheet.value(0, column, texts.text(language, "accounts.column." + COLUMNS.get(column)));
            }
            int line = 0;
            for (JsonNode row : (Iterable<JsonNode>) rows::iterator) {
                line(sheet, ++line, row, texts.text(language, kind(row)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String kind(JsonNode row) {
        return row.path("ours").asBoolean() ? "accounts.ours" : "accounts.unknown";
    }

    private static void line(Worksheet sheet, int line, JsonNode row, String kind) {
        List<String> cells = List.of(
                row.path("system").asText(""),
                row.path("account").asText(""),
                row.path("employeeNo").asText(""),
                row.path("employee").path("name").asText(""),
                row.path("employee").path("employeeNo").asText(""),
                kind,
                row.path("since").asText(""));
        for (int column = 0; column < cells.size(); column++) {
            sheet.value(line, column, harmless(cells.get(column)));
        }
    }

    /** An apostrophe before what a spreadsheet would run. */
    private static String harmless(String text) {
        boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
        return formula ? "'" + text : text;
    }
}
