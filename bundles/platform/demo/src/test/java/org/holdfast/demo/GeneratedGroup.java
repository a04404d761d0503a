package org.holdfast.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The files of a generated group, read back row by row. */
record GeneratedGroup(Path directory) {

    /** One row by column name. */
    record Row(Map<String, Integer> columns, List<String> fields) {
        String get(String column) {
            return fields.get(columns.get(column));
        }

        double number(String column) {
            return Double.parseDouble(get(column));
        }

        String person() {
            return get("subsidiary") + "/" + get("employee_no");
        }
    }

    /** Reads a file in which no generated field needs quotes. */
    void forEach(DemoFile file, Consumer<Row> consumer) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(directory.resolve(file.fileName(false)))) {
            Map<String, Integer> columns = new HashMap<>();
            for (String name : List.of(lines.readLine().split(",", -1))) {
                columns.put(name, columns.size());
            }
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                List<String> fields = List.of(line.split(",", -1));
                if (fields.size() != columns.size()) {
                    throw new IOException("Row of " + file + " has " + fields.size() + " fields");
                }
                consumer.accept(new Row(columns, fields));
            }
        }
    }

    List<Row> rows(DemoFile file) throws IOException {
        List<Row> rows = new ArrayList<>();
        forEach(file, rows::add);
        return rows;
    }

    List<Row> rowsOf(DemoFile file, String employeeNo) throws IOException {
        List<Row> rows = new ArrayList<>();
        forEach(file, row -> {
            if (row.get("employee_no").equals(employeeNo)) {
                rows.add(row);
            }
        });
        return rows;
    }
}
