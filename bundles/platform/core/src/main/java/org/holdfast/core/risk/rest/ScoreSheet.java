package org.holdfast.core.risk.rest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.holdfast.core.platform.rest.Texts;
import org.jspecify.annotations.Nullable;

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

    static byte[] write(List<WatchRow> rows, Texts texts, String language) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "Holdfast", "1.0")) {
            Worksheet sheet = book.newWorksheet(texts.text(language, "risk.sheet"));
            for (int column = 0; column < COLUMNS.size(); column++) {
                sheet.value(0, column, texts.text(language, "risk.column." + COLUMNS.get(column)));
            }
            for (int i = 0; i < rows.size(); i++) {
                write(
                        sheet,
                        i + 1,
                        rows.get(i),
                        texts.text(language, "risk.band." + rows.get(i).band()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(Worksheet sheet, int line, WatchRow row, String band) {
        text(sheet, line, 0, row.employeeNo());
        text(sheet, line, 1, row.name());
        text(sheet, line, 2, row.subsidiaryName());
        text(sheet, line, 3, row.departmentName());
        text(sheet, line, 4, row.position());
        number(sheet, line, 5, row.score());
        text(sheet, line, 6, band);
        number(sheet, line, 7, row.change30());
        text(sheet, line, 8, row.asOf().toString());
        text(sheet, line, 9, row.reasons().stream().map(WatchRow.Chip::text).collect(Collectors.joining("; ")));
    }

    static String harmless(String text) {
        boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
        return formula ? "'" + text : text;
    }

    private static void text(Worksheet sheet, int line, int column, String text) {
        sheet.value(line, column, harmless(text));
    }

    private static void number(Worksheet sheet, int line, int column, @Nullable Double value) {
        if (value != null) {
            sheet.value(line, column, value);
        }
    }
}
