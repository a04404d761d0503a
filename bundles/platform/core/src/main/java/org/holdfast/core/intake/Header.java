package org.holdfast.core.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.holdfast.api.HoldfastException;
import org.holdfast.api.connector.TableRow;
import org.holdfast.api.connector.TableRow.TableProblem;

/** Which column of a file is which. */
final class Header {
    private final ImportKind kind;
    private final List<String> words;
    private final List<String> columns;
    private final boolean[] known;

    private Header(ImportKind kind, List<String> words, List<String> columns) {
        this.kind = kind;
        this.words = words;
        this.columns = columns;
        this.known = new boolean[columns.size()];
        for (int i = 0; i < known.length; i++) {
            known[i] = kind.has(columns.get(i));
        }
    }

    /** Reads a header; an empty wanted code means that name and header tell the kind. */
    static Header of(String fileName, List<String> words, String wanted) {
        List<String> columns = words.stream().map(Columns::english).toList();
        ImportKind kind = ImportKind.ofCode(wanted)
                .or(() -> byName(fileName, columns))
                .or(() -> ImportKind.ofColumns(columns))
                .orElseThrow(() -> new HoldfastException(
                        IntakeError.UNKNOWN_KIND,
                        "Neither the file's name nor its header tells what it holds: say its kind"));
        for (String required : kind.required()) {
            if (!columns.contains(required)) {
                throw new HoldfastException(
                        IntakeError.MISSING_COLUMN, "The column " + required + " is missing from the header: add it");
            }
        }
        return new Header(kind, List.copyOf(words), columns);
    }

    private static Optional<ImportKind> byName(String fileName, List<String> columns) {
        return ImportKind.ofFileName(fileName).filter(kind -> columns.containsAll(kind.required()));
    }

    ImportKind kind() {
        return kind;
    }

    List<String> words() {
        return words;
    }

    List<String> unknown() {
        List<String> unknown = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            if (!kind.has(columns.get(i)) && !Columns.OF_ERROR_FILES.contains(columns.get(i))) {
                unknown.add(words.get(i));
            }
        }
        return unknown;
    }

    Cells cells(TableRow row) {
        Map<String, String> byColumn = byColumn(row.cells());
        Cells cells = new Cells(row.line(), row.cells(), byColumn);
        for (TableProblem problem : row.problems()) {
            boolean whole = problem.column() < 0 || problem.column() >= columns.size();
            cells.problem(whole ? "" : columns.get(problem.column()), problem.code());
        }
        return cells;
    }

    Map<String, String> byColumn(List<String> cells) {
        Map<String, String> byColumn = new HashMap<>();
        for (int i = 0; i < columns.size() && i < cells.size(); i++) {
            if (known[i]) {
                byColumn.putIfAbsent(columns.get(i), cells.get(i));
            }
        }
        return byColumn;
    }
}
