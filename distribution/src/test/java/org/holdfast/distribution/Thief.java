package org.holdfast.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Looks for what must not be found, in files and in everything a database gives out. */
final class Thief {
    private static final Pattern HEX = Pattern.compile("(?<=X')[0-9a-f]+");

    private final Needles needles;
    private final List<String> found = new ArrayList<>();
    private long bytes;

    Thief(Needles needles) {
        this.needles = needles;
    }

    /** Reads all files below a folder. */
    Thief files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                look("file " + folder.relativize(file), content(file));
            }
        }
        return this;
    }

    private static byte[] content(Path file) throws IOException {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            // A running server removes what it no longer needs.
            return new byte[0];
        }
    }

    /** Reads each value of each table of each schema: what a dump holds, with nothing packed or cut up. */
    Thief tables(Connection connection) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet table =
                connection.getMetaData().getTables(null, null, "%", new String[] {"TABLE", "BASE TABLE"})) {
            while (table.next()) {
                String schema = table.getString("TABLE_SCHEM");
                if (!schema.matches("(?i)information_schema|pg_.*")) {
                    names.add('"' + schema + "\".\"" + table.getString("TABLE_NAME") + '"');
                }
            }
        }
        assertThat(names).hasSizeGreaterThanOrEqualTo(2);
        connection.setAutoCommit(false);
        for (String name : names) {
            table(connection, name);
        }
        return this;
    }

    private void table(Connection connection, String name) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(500);
            try (ResultSet row = statement.executeQuery("select * from " + name)) {
                int columns = row.getMetaData().getColumnCount();
                while (row.next()) {
                    for (int column = 1; column <= columns; column++) {
                        String place = name + '.' + row.getMetaData().getColumnName(column);
                        look(place, value(row, column));
                    }
                }
            }
        }
    }

    private static byte[] value(ResultSet row, int column) throws SQLException {
        byte[] value = switch (row.getMetaData().getColumnType(column)) {
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> row.getBytes(column);
            default -> {
                String text = row.getString(column);
                yield text == null ? null : text.getBytes(StandardCharsets.UTF_8);
            }
        };
        return value == null ? new byte[0] : value;
    }

    /** Reads H2's own export, with what it writes as hexadecimal digits. */
    Thief script(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SCRIPT")) {
            while (row.next()) {
                String line = row.getString(1);
                look("SCRIPT", line.getBytes(StandardCharsets.UTF_8));
                Matcher hex = HEX.matcher(line);
                while (hex.find()) {
                    look("SCRIPT", HexFormat.of().parseHex(hex.group()));
                }
            }
        }
        return this;
    }

    private void look(String place, byte[] hay) {
        bytes += hay.length;
        Optional<String> needle = needles.in(hay);
        needle.ifPresent(what -> found.add(what + " in " + place));
    }

    /** Says that nothing was found where something could have been. */
    void assertNothingFound() {
        System.out.printf("thief: %,d bytes searched for %d needles%n", bytes, needles.size());
        assertThat(bytes).isGreaterThan(10_000_000);
        assertThat(found.stream().distinct().limit(50)).isEmpty();
    }
}
