package org.holdfast.connector.files;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.holdfast.api.HoldfastException;
import org.holdfast.api.connector.TableError;
import org.holdfast.api.connector.TableLimits;

/** Checks the words of a header row. */
final class Header {
    private Header() {}

    /** Trims the words, leaves out empty ones at the end, and refuses what cannot be a header. */
    static List<String> of(List<String> cells, TableLimits limits) {
        List<String> words = cells.stream().map(String::strip).toList();
        int width = words.size();
        while (width > 0 && words.get(width - 1).isEmpty()) {
            width--;
        }
        words = List.copyOf(words.subList(0, width));
        if (words.isEmpty()) {
            throw empty();
        }
        if (width > limits.maxColumns()) {
            throw tooManyColumns(limits);
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < width; i++) {
            check(words.get(i), i, seen);
        }
        return words;
    }

    static HoldfastException empty() {
        return new HoldfastException(
                TableError.EMPTY_FILE, "The file has no header. Its first row must name the columns.");
    }

    static HoldfastException tooManyColumns(TableLimits limits) {
        return new HoldfastException(
                TableError.TOO_MANY_COLUMNS,
                "The file has more than " + limits.maxColumns() + " columns. Leave out those that are not needed.");
    }

    private static void check(String word, int column, Set<String> seen) {
        if (word.chars().anyMatch(c -> Character.isISOControl(c) && !Character.isWhitespace(c))) {
            throw new HoldfastException(
                    TableError.WRONG_KIND,
                    "The file is no table: column " + (column + 1) + " of its header holds control characters.");
        }
        if (!word.isEmpty() && !seen.add(word.toLowerCase(Locale.ROOT))) {
            throw new HoldfastException(
                    TableError.DUPLICATE_COLUMN,
                    "Column " + (column + 1) + " of the header has the same name as one before it. Rename one.");
        }
    }
}
