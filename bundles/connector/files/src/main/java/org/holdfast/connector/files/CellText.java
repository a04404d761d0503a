package org.holdfast.connector.files;

import java.util.ArrayList;
import java.util.List;
import org.holdfast.api.connector.TableRow;
import org.holdfast.api.connector.TableRow.TableProblem;

/** Collects the cells of one row after the other, and what is wrong with them. */
final class CellText {
    private final int width;
    private final int mostCharacters;
    private String[] cells;
    private List<TableProblem> problems = List.of();
    private boolean blank = true;
    private boolean tooMany;

    CellText(int width, int mostCharacters) {
        this.width = width;
        this.mostCharacters = mostCharacters;
        this.cells = new String[width];
    }

    void clear() {
        cells = new String[width];
        problems = List.of();
        blank = true;
        tooMany = false;
    }

    boolean isBlank() {
        return blank;
    }

    void put(int column, String text) {
        char[] characters = text.toCharArray();
        put(column, characters, 0, characters.length);
    }

    /** Takes a cell; control characters, which no database or page wants, become the replacement character. */
    void put(int column, char[] characters, int offset, int length) {
        blank &= length == 0;
        if (column >= width) {
            tooMany |= !isWhitespace(characters, offset, length);
            return;
        }
        int kept = length;
        if (length > mostCharacters) {
            problem(column, "cellTooLong");
            kept = Character.isHighSurrogate(characters[offset + mostCharacters - 1])
                    ? mostCharacters - 1
                    : mostCharacters;
        }
        boolean clean = true;
        for (int i = offset; clean && i < offset + kept; i++) {
            clean = !isControl(characters[i]);
        }
        if (clean) {
            cells[column] = new String(characters, offset, kept);
        } else {
            problem(column, "controlCharacter");
            cells[column] = new String(characters, offset, kept).replaceAll("[\\p{Cntrl}&&[^\t\n\r]]", "\ufffd");
        }
    }

    void problem(int column, String code) {
        blank = false;
        if (column >= width) {
            tooMany = true;
            return;
        }
        if (problems.isEmpty()) {
            problems = new ArrayList<>();
        }
        problems.add(new TableProblem(column, code));
    }

    TableRow row(long line) {
        for (int i = 0; i < width; i++) {
            if (cells[i] == null) {
                cells[i] = "";
            }
        }
        if (tooMany) {
            if (problems.isEmpty()) {
                problems = new ArrayList<>();
            }
            problems.add(new TableProblem(-1, "tooManyCells"));
        }
        return new TableRow(line, List.of(cells), problems);
    }

    private static boolean isControl(char c) {
        return c < ' ' ? c != '\t' && c != '\n' && c != '\r' : c == '\u007f';
    }

    private static boolean isWhitespace(char[] characters, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            if (!Character.isWhitespace(characters[i])) {
                return false;
            }
        }
        return true;
    }
}
