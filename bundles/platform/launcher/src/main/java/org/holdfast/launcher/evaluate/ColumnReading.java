package org.holdfast.launcher.evaluate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.holdfast.api.engine.LabelledTable.CategoricalColumn;
import org.holdfast.api.engine.LabelledTable.Column;
import org.holdfast.api.engine.LabelledTable.NumericColumn;
import org.holdfast.launcher.text.Words;

/** Finds out what a column holds and says what was found. */
final class ColumnReading {
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?");
    private static final Pattern INTEGER = Pattern.compile("[+-]?\\d+");
    private static final Pattern IDENTIFIER =
            Pattern.compile("(?i:id|key|.*[_ .-](id|no|nr|key|number))|.*(Id|ID|No|Number|Key|编号|工号|号码)");
    /** Identifiers have many values: at least so many, and so many per row (a panel has each person several times). */
    private static final int LEAST_IDENTIFIERS = 100;

    private static final double IDENTIFIERS_PER_ROW = 0.05;
    private static final double WORDS_PER_ROW = 0.5;

    private final Words words;
    private final List<String> notes = new ArrayList<>();
    private final List<Column> columns = new ArrayList<>();

    ColumnReading(Words words) {
        this.words = words;
    }

    /** Reads a column and keeps it, unless it can tell nothing or only who somebody is. */
    void read(String name, List<String> words) {
        Set<String> distinct = new HashSet<>(words);
        if (distinct.size() < 2) {
            note("note.constant", name);
            return;
        }
        distinct.remove("");
        if (distinct.stream().allMatch(word -> NUMBER.matcher(word).matches())) {
            readNumbers(name, words, distinct);
            return;
        }
        Optional<DayFormat> format = DayFormat.detected(distinct);
        if (format.isPresent()) {
            columns.add(days(name, words, format.get()));
            note("note.days", name, format.get().pattern());
        } else if (distinct.size() > WORDS_PER_ROW * words.size()) {
            note("note.uniqueWords", name, distinct.size());
        } else {
            columns.add(new CategoricalColumn(name, words));
        }
    }

    private void readNumbers(String name, List<String> words, Collection<String> distinct) {
        boolean integers =
                distinct.stream().allMatch(word -> INTEGER.matcher(word).matches());
        boolean many = distinct.size() >= Math.max(LEAST_IDENTIFIERS, IDENTIFIERS_PER_ROW * words.size());
        if (integers && many && IDENTIFIER.matcher(name).matches()) {
            note("note.identifier", name, distinct.size());
            return;
        }
        if (integers && distinct.size() == words.size() && words.size() >= LEAST_IDENTIFIERS) {
            note("note.uniqueNumbers", name);
        }
        columns.add(new NumericColumn(
                name,
                words.stream()
                        .mapToDouble(word -> word.isEmpty() ? Double.NaN : Double.parseDouble(word))
                        .toArray()));
    }

    private static NumericColumn days(String name, List<String> words, DayFormat format) {
        double[] values = words.stream()
                .mapToDouble(word -> format.day(word)
                        .map(LocalDate::toEpochDay)
                        .map(Long::doubleValue)
                        .orElse(Double.NaN))
                .toArray();
        return new NumericColumn(name, values);
    }

    private void note(String key, Object... arguments) {
        notes.add(words.text(key, arguments));
    }

    List<Column> columns() {
        return columns;
    }

    List<String> notes() {
        return notes;
    }
}
