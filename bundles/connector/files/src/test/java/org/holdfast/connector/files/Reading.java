package org.holdfast.connector.files;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import org.holdfast.api.connector.TableLimits;
import org.holdfast.api.connector.TableReader;
import org.holdfast.api.connector.TableRow;

/** Reads the files that tests make. */
final class Reading {
    private Reading() {}

    static TableReader open(String name, byte[] file) {
        return new FilesTableFormat().open(name, new ByteArrayInputStream(file), TableLimits.IMPORT);
    }

    static List<TableRow> rows(String name, byte[] file) {
        List<TableRow> rows = new ArrayList<>();
        try (TableReader reader = open(name, file)) {
            for (List<TableRow> next = reader.next(1_000); !next.isEmpty(); next = reader.next(1_000)) {
                rows.addAll(next);
            }
        }
        return rows;
    }
}
