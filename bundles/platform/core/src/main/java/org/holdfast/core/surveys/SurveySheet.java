package org.holdfast.core.surveys;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.holdfast.core.surveys.RoundView.ItemView;
import org.holdfast.core.surveys.RoundView.NeedCount;
import org.holdfast.core.surveys.RoundView.Overall;
import org.holdfast.core.surveys.RoundView.ResultView;
import org.holdfast.core.surveys.RoundView.UnitView;
import org.jspecify.annotations.Nullable;

/**
 * What a round came to as an Excel file. A text that a spreadsheet would run as a formula is written with an apostrophe before it
 * (OWASP, "CSV injection"). For one sheet.
 */
final class SurveySheet {
    private final SurveyWords words;
    private final @Nullable String language;

    SurveySheet(SurveyWords words, @Nullable String language) {
        this.words = words;
        this.language = language;
    }

    byte[] write(RoundView round, ResultView results) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "Holdfast", "1.0")) {
            Worksheet sheet = book.newWorksheet(say("name"));
            int line = 0;
            for (List<?> row : rows(round, results)) {
                for (int column = 0; column < row.size(); column++) {
                    cell(sheet, line, column, row.get(column));
                }
                line++;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private List<List<?>> rows(RoundView round, ResultView results) {
        List<List<?>> rows = new ArrayList<>();
        String unit = round.departmentName();
        rows.add(List.of(say("kind." + round.kind()), round.subsidiaryName(), unit == null ? "" : unit));
        rows.add(List.of(
                say("days"), round.firstDay().toString(), round.lastDay().toString()));
        Overall overall = results.overall();
        if (overall == null) {
            rows.add(List.of(say("tooFew")));
            return rows;
        }
        rows.add(List.of(say("invited"), number(results.invited())));
        rows.add(List.of(say("answered"), number(results.answered())));
        figures(rows, overall);
        for (ItemView item : results.items()) {
            rows.add(List.of());
            rows.add(List.of(item.text(), say("count")));
            for (int i = 0; i < item.counts().size(); i++) {
                rows.add(List.of(item.lowest() + i, item.counts().get(i)));
            }
            rows.add(List.of(say("mean"), item.mean()));
        }
        needs(rows, "keeps", results.keeps());
        needs(rows, "leaves", results.leaves());
        units(rows, results.units());
        return rows;
    }

    private void figures(List<List<?>> rows, Overall overall) {
        Integer recommendation = overall.recommendation();
        rows.add(
                recommendation == null
                        ? List.of(say("mean"), overall.mean())
                        : List.of(say("recommendation"), recommendation));
    }

    private void needs(List<List<?>> rows, String what, List<NeedCount> needs) {
        if (!needs.isEmpty()) {
            rows.add(List.of());
            rows.add(List.of(say(what), say("count")));
            needs.forEach(need -> rows.add(List.of(need.text(), need.count())));
        }
    }

    private void units(List<List<?>> rows, List<UnitView> units) {
        if (units.isEmpty()) {
            return;
        }
        rows.add(List.of());
        rows.add(List.of(say("unit"), say("answered"), say("mean"), say("recommendation")));
        for (UnitView unit : units) {
            Overall figures = unit.figures();
            if (figures == null) {
                rows.add(List.of(unit.name(), say("tooFew")));
            } else {
                Integer recommendation = figures.recommendation();
                rows.add(List.of(
                        unit.name(), figures.answers(), figures.mean(), recommendation == null ? "" : recommendation));
            }
        }
    }

    private static void cell(Worksheet sheet, int line, int column, Object value) {
        if (value instanceof Number number) {
            sheet.value(line, column, number.doubleValue());
        } else {
            sheet.value(line, column, harmless(value.toString()));
        }
    }

    private static String harmless(String text) {
        boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
        return formula ? "'" + text : text;
    }

    private static Object number(@Nullable Integer value) {
        return value == null ? "" : value;
    }

    private String say(String key) {
        return words.text(language, "survey.sheet." + key);
    }
}
