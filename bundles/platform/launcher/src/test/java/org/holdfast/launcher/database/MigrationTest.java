package org.holdfast.launcher.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.holdfast.launcher.config.Configuration;
import org.holdfast.launcher.fixture.PostgresServer;
import org.holdfast.launcher.flows.RouterTables;
import org.holdfast.launcher.start.StartFailure;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MigrationTest {
    private static PostgresServer postgres;

    @TempDir
    Path home;

    enum Kind {
        H2,
        POSTGRESQL
    }

    @BeforeAll
    static void startPostgres() {
        postgres = PostgresServer.start();
    }

    @AfterAll
    static void stopPostgres() {
        postgres.close();
    }

    @ParameterizedTest
    @EnumSource
    void aFreshDatabaseGetsEveryTableAndASecondRunChangesNothing(Kind kind) throws SQLException {
        Addresses addresses = addresses(kind);

        addresses.migrate();
        Set<String> tables = tables(addresses.main());
        long changes = changes(addresses.main());
        addresses.migrate();

        assertThat(tables).contains("employee", "subsidiary", "signal_block", "act_ru_task", "databasechangelog");
        assertThat(tables(addresses.main())).isEqualTo(tables);
        assertThat(changes(addresses.main())).isEqualTo(changes).isPositive();
        assertThat(tables(addresses.keys())).contains("root_key");
    }

    @Test
    void bothDatabasesHaveTheSameTables() throws SQLException {
        Addresses h2 = addresses(Kind.H2);
        Addresses postgresql = addresses(Kind.POSTGRESQL);

        h2.migrate();
        postgresql.migrate();

        assertThat(tables(h2.main())).isEqualTo(tables(postgresql.main()));
        assertThat(tables(h2.keys())).isEqualTo(tables(postgresql.keys()));
    }

    @ParameterizedTest
    @EnumSource
    void aDatabaseOfANewerVersionIsRefused(Kind kind) throws SQLException {
        Addresses addresses = addresses(kind);
        addresses.migrate();
        try (Connection connection = open(addresses.main());
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO databasechangelog (id, author, filename, dateexecuted, orderexecuted,"
                    + " exectype) VALUES ('from-the-future', 'holdfast', 'db/future.xml', CURRENT_TIMESTAMP, 9999,"
                    + " 'EXECUTED')");
        }

        assertThatThrownBy(addresses::migrate)
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("newer version")
                .hasMessageContaining("from-the-future");
    }

    @ParameterizedTest
    @EnumSource
    void tablesThatANewerEngineHasWrittenAreRefused(Kind kind) throws SQLException {
        Addresses addresses = addresses(kind);
        addresses.migrate();
        try (Connection connection = open(addresses.main());
                Statement statement = connection.createStatement()) {
            statement.execute("UPDATE act_ge_property SET value_ = '99.1.0.0' WHERE name_ = 'schema.version'");
        }

        assertThatThrownBy(addresses::migrate)
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("newer version")
                .hasMessageContaining("99.1.0.0");
    }

    /** Putting a backup back sets the present schema aside, with tables of the same names. */
    @Test
    void tablesOfTheEngineInAnotherSchemaAreNotTakenForOurs() throws SQLException {
        Addresses addresses = addresses(Kind.POSTGRESQL);
        addresses.migrate();
        try (Connection connection = open(addresses.main());
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER SCHEMA public RENAME TO public_replaced_1");
            statement.execute("CREATE SCHEMA public");
        }
        addresses.migrate();

        assertThat(tables(addresses.main())).contains("act_ru_task", "act_ge_property", "employee");
    }

    @ParameterizedTest
    @EnumSource
    void aWrongPasswordIsAClearSentenceWithoutThePassword(Kind kind) {
        DatabaseAddress right = addresses(kind).main();
        if (kind == Kind.POSTGRESQL) {
            postgres.execute("CREATE ROLE stranger NOLOGIN");
        } else {
            new Migration(right, "db/changelog.xml").run();
        }
        DatabaseAddress wrong = new DatabaseAddress(
                right.url(), kind == Kind.POSTGRESQL ? "stranger" : right.user(), "a wrong password");

        assertThatThrownBy(new Migration(wrong, "db/changelog.xml")::run)
                .isInstanceOf(StartFailure.class)
                .hasMessageStartingWith("The database refused the user name or password.")
                .hasMessageNotContaining("a wrong password");
    }

    @Test
    void aDamagedFileIsAClearSentence() throws IOException, SQLException {
        Addresses addresses = addresses(Kind.H2);
        addresses.migrate();
        shutDown(addresses.main());
        Path file = home.resolve("data").resolve("database").resolve("holdfast.mv.db");
        byte[] damaged = Files.readAllBytes(file);
        Arrays.fill(damaged, (byte) 'x');
        Files.write(file, damaged);

        assertThatThrownBy(addresses::migrate)
                .isInstanceOf(StartFailure.class)
                .hasMessageStartingWith("The embedded database file is damaged.");
    }

    @Test
    void aDatabaseThatDoesNotExistAndAServerThatDoesNotAnswerAreClearSentences() {
        DatabaseAddress known = addresses(Kind.POSTGRESQL).main();

        assertThatThrownBy(migration(known.url().replaceAll("/holdfast\\d+", "/nowhere"))::run)
                .hasMessageContaining("does not exist");
        assertThatThrownBy(migration("jdbc:postgresql://127.0.0.1:1/holdfast?connectTimeout=2")::run)
                .hasMessageContaining("does not answer");
    }

    @Test
    void anAddressOfAnUnknownDatabaseIsRefusedBeforeAnythingIsOpened() {
        Configuration oracle =
                Configuration.read(home, Map.of("HOLDFAST_DATABASE_URL", "jdbc:oracle:thin:@db"), Map.of());

        assertThatThrownBy(() -> DatabaseAddress.main(oracle)).hasMessageContaining("not one this product knows");
        assertThatCode(() -> DatabaseAddress.main(Configuration.read(home, Map.of(), Map.of())))
                .doesNotThrowAnyException();
    }

    private record Addresses(DatabaseAddress main, DatabaseAddress keys) {
        void migrate() {
            new Migration(main, "db/changelog.xml").run();
            new RouterTables(main).migrate();
            new Migration(keys, "db/keys.xml").run();
        }
    }

    private Addresses addresses(Kind kind) {
        Map<String, String> environment = kind == Kind.H2
                ? Map.of()
                : Map.of(
                        "HOLDFAST_DATABASE_URL",
                        postgres.freshDatabase(),
                        "HOLDFAST_DATABASE_USER",
                        PostgresServer.USER);
        Configuration configuration = Configuration.read(home, environment, Map.of());
        return new Addresses(DatabaseAddress.main(configuration), DatabaseAddress.keys(configuration));
    }

    private static Migration migration(String url) {
        return new Migration(new DatabaseAddress(url, PostgresServer.USER, ""), "db/changelog.xml");
    }

    private static Connection open(DatabaseAddress address) throws SQLException {
        return DriverManager.getConnection(address.url(), address.user(), address.password());
    }

    private static void shutDown(DatabaseAddress address) throws SQLException {
        try (Connection connection = open(address);
                Statement statement = connection.createStatement()) {
            statement.execute("SHUTDOWN");
        }
    }

    private static Set<String> tables(DatabaseAddress address) throws SQLException {
        Set<String> names = new TreeSet<>();
        try (Connection connection = open(address);
                ResultSet tables = connection
                        .getMetaData()
                        .getTables(null, connection.getSchema(), "%", new String[] {"TABLE", "BASE TABLE"})) {
            while (tables.next()) {
                names.add(tables.getString("TABLE_NAME").toLowerCase(Locale.ROOT));
            }
        }
        return names;
    }

    private static long changes(DatabaseAddress address) throws SQLException {
        try (Connection connection = open(address);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM databasechangelog")) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
