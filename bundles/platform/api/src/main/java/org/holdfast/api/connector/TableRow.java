package org.holdfast.api.connector;

import java.util.List;

/**
 * One row of a table.
 *
 * @param line number of the line it starts on, from 1; the header is line 1 in most files
 * @param cells the cells as text, as many as the header has; missing ones are empty
 * @param problems what is wrong with the row as such (too many cells, a formula, a cell too long), for people; empty
 *     where nothing is
 */
public record TableRow(long line, List<String> cells, List<TableProblem> problems) {

    /** Copies the lists. */
    public TableRow {
        cells = List.copyOf(cells);
        problems = List.copyOf(problems);
    }

    /**
     * Something wrong with a row.
     *
     * @param column number of the column from 0, or −1 where it is the row as a whole
     * @param code what is wrong, a stable word that is also the key of its text: {@code tooManyCells},
     *     {@code cellTooLong}, {@code formula}
     */
    public record TableProblem(int column, String code) {}
}
