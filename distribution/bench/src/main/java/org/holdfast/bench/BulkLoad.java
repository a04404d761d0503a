package org.holdfast.bench;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;

/** Loads a file into a plain table of text columns without keys: the least a database can do with it. */
final class BulkLoad {
    private BulkLoad() {}

    /** Loads by COPY, committed with the database's own durability. */
    static Usage[] postgres(Place place, Path file, String table) throws SQLException, IOException {
        try (Connection connection = DriverManager.getConnection(
                        place.url(),
                        place.user(),
                        Files.readString(place.passwordFile()).strip());
                Statement statement = connection.createStatement();
                Reader rows = Files.newBufferedReader(file)) {
            statement.execute("drop table if exists " + table);
            statement.execute("create table " + table + " (" + columns(file) + ")");
            Usage before = place.databaseUsage();
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + table + " from stdin with (format csv, header true)", rows, 1 << 16);
            Usage after = place.databaseUsage();
            statement.execute("drop table " + table);
            return new Usage[] {before, after};
        }
    }

    /** Loads by CSVREAD into a database file of its own, opened as the product opens its own. */
    static Usage[] embedded(Path folder, Path file, String table) throws SQLException, IOException {
        String url = "jdbc:h2:file:" + folder.resolve("bulk") + ";WRITE_DELAY=0";
        try (Connection connection = DriverManager.getConnection(url, "sa", "");
                Statement statement = connection.createStatement()) {
            statement.execute("create table " + table + " (" + columns(file) + ")");
            Usage before = Usage.ofThisProcess();
            statement.execute("insert into " + table + " select * from csvread('" + file + "', null, 'charset=UTF-8')");
            statement.execute("checkpoint sync");
            Usage after = Usage.ofThisProcess();
            statement.execute("drop all objects delete files");
            return new Usage[] {before, after};
        }
    }

    private static String columns(Path file) throws IOException {
        try (var lines = Files.lines(file)) {
            String header = lines.findFirst().orElseThrow().strip();
            return Arrays.stream(header.split(",", -1))
                    .map(column -> "c_" + column + " varchar(4000)")
                    .collect(Collectors.joining(", "));
        }
    }
}
