package org.holdfast.core.retention.programmes;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.holdfast.core.platform.rest.Texts;
import org.holdfast.core.retention.programmes.Programme.Action;
import org.holdfast.core.risk.rest.ScoreSheet;

/** The members of a programme as an Excel file, as their reader is told them. No text of it is run as a formula. */
final class MemberSheet {
    private static final List<String> COLUMNS = List.of("employeeNo", "name", "department", "position");
    private static final List<String> PARTS = List.of("employeeNo", "name", "departmentName", "position");

    private MemberSheet() {}

    /**
     * Writes the sheet.
     *
     * @param rows members as their reader is told them
     * @param actions what each of them gets
     * @param texts all texts
     * @param language the reader's language
     * @return an Excel file
     */
    static byte[] write(Stream<JsonNode> rows, List<Action> actions, Texts texts, String language) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "Holdfast", "1.0")) {
            Worksheet sheet = book.newWorksheet(texts.text(language, "programme.sheet"));
            for (int column = 0; column < COLUMNS.size(); column++) {
                text(sheet, 0, column, texts.text(language, "risk.column." + COLUMNS.get(column)));
            }
            for (int at = 0; at < actions.size(); at++) {
                text(sheet, 0, COLUMNS.size() + at, actions.get(at).title());
            }
            int line = 0;
            for (JsonNode row : (Iterable<JsonNode>) rows::iterator) {
                line(sheet, ++line, row, actions, texts.text(language, "programme.done"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void line(Worksheet sheet, int line, JsonNode row, List<Action> actions, String done) {
        for (int column = 0; column < PARTS.size(); column++) {
            text(
                    sheet,
                    line,
                    column,
                    row.path("employee").path(PARTS.get(column)).asText(""));
        }
        for (int at = 0; at < actions.size(); at++) {
            String id = actions.get(at).id().toString();
            for (JsonNode got : row.path("done")) {
                if (got.asText().equals(id)) {
                    text(sheet, line, COLUMNS.size() + at, done);
                }
            }
        }
    }

    private static void text(Worksheet sheet, int line, int column, String text) {
        sheet.value(line, column, ScoreSheet.harmless(text));
    }
}
