package org.holdfast.core.insight;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.holdfast.core.insight.LeaverReport.Breakdown;
import org.holdfast.core.insight.LeaverReport.Group;
import org.holdfast.core.risk.rest.ScoreSheet;
import org.jspecify.annotations.Nullable;

/** Leavers as an Excel file, a sheet for each trait. Shares are numbers, so that they can be worked with. */
final class LeaverSheet {
    private static final List<String> COLUMNS = List.of("group", "exits", "share", "headcount", "rate");
    /** Traits whose groups have names of ours; others are as they were imported. */
    private static final Set<String> NAMED = Set.of("tenure", "keyPost");

    private LeaverSheet() {}

    /** The words of the reader. */
    @FunctionalInterface
    interface Words {
        String text(String key, Object... values);
    }

    /** Writes the report. */
    static byte[] write(LeaverReport report, Words say) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "Holdfast", "1.0")) {
            if (report.breakdowns().isEmpty()) {
                book.newWorksheet(say.text("title")).value(0, 0, say.text("tooFew"));
            }
            for (Breakdown breakdown : report.breakdowns()) {
                fill(book.newWorksheet(say.text("by." + breakdown.by())), breakdown, report, say);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void fill(Worksheet sheet, Breakdown breakdown, LeaverReport report, Words say) {
        for (int column = 0; column < COLUMNS.size(); column++) {
            sheet.value(0, column, say.text("column." + COLUMNS.get(column)));
        }
        int line = 0;
        for (Group group : breakdown.groups()) {
            line++;
            sheet.value(line, 0, ScoreSheet.harmless(name(breakdown.by(), group.name(), say)));
            sheet.value(line, 1, group.exits());
            number(sheet, line, 2, group.share());
            number(sheet, line, 3, group.headcount());
            number(sheet, line, 4, group.annualisedRate());
        }
        sheet.value(line + 2, 0, say.text("span", report.from(), report.to()));
        sheet.value(line + 3, 0, say.text("few"));
    }

    private static String name(String by, String name, Words say) {
        if (name.isEmpty()) {
            return say.text("others");
        }
        return NAMED.contains(by) ? say.text(by + "." + name) : name;
    }

    private static void number(Worksheet sheet, int line, int column, @Nullable Double value) {
        if (value != null) {
            sheet.value(line, column, value);
        }
    }
}
