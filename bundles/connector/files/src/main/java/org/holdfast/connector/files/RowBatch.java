package org.holdfast.connector.files;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.holdfast.api.HoldfastException;
import org.holdfast.api.connector.TableRow;
import org.jspecify.annotations.Nullable;

/** Hands out rows in batches that fit the memory, and the rows before a failure before the failure. */
final class RowBatch {
    private static final long MOST_CHARACTERS = 4L << 20;

    private final Source source;
    private @Nullable HoldfastException failure;

    RowBatch(Source source) {
        this.source = source;
    }

    List<TableRow> next(int max) {
        if (max < 1) {
            throw new IllegalArgumentException("At least one row must be asked for");
        }
        List<TableRow> rows = new ArrayList<>(Math.min(max, 1_024));
        try {
            if (failure == null) {
                Guard.call(() -> fill(rows, max));
            }
        } catch (HoldfastException e) {
            failure = e;
        }
        if (failure != null && rows.isEmpty()) {
            throw failure;
        }
        return rows;
    }

    private int fill(List<TableRow> rows, int max) throws IOException {
        long characters = 0;
        while (rows.size() < max && characters < MOST_CHARACTERS) {
            TableRow row = source.next();
            if (row == null) {
                break;
            }
            rows.add(row);
            for (String cell : row.cells()) {
                characters += cell.length();
            }
        }
        return rows.size();
    }

    /** Where rows come from. */
    interface Source {
        /** Reads the next row; null at the end. */
        @Nullable
        TableRow next() throws IOException;
    }
}
