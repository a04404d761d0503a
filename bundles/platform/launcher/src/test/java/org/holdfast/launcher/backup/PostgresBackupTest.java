package org.holdfast.launcher.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.holdfast.launcher.config.Configuration;
import org.holdfast.launcher.database.DatabaseAddress;
import org.holdfast.launcher.database.Migration;
import org.holdfast.launcher.fixture.PostgresServer;
import org.holdfast.launcher.start.StartFailure;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresBackupTest {
    private static PostgresServer postgres;

    @TempDir
    Path folder;

    private Configuration configuration;

    @BeforeAll
    static void startPostgres() {
        postgres = PostgresServer.start();
    }

    @AfterAll
    static void stopPostgres() {
        postgres.close();
    }

    @BeforeEach
    void fill() throws SQLException {
        configuration = Configuration.read(
                folder,
                Map.of(
                        "HOLDFAST_DATABASE_URL",
                        postgres.freshDatabase(),
                        "HOLDFAST_DATABASE_USER",
                        PostgresServer.USER),
                Map.of());
        new Migration(DatabaseAddress.main(configuration), "db/changelog.xml").run();
        new Migration(DatabaseAddress.keys(configuration), "db/keys.xml").run();
        mark("monday");
    }

    @Test
    void aBackupTakesThePlaceOfWhatCameLaterOnlyWhenForced() throws SQLException, IOException {
        Backups backups = backups();
        BackupPair files = backups.make(folder.resolve("monday"), Optional.empty(), share -> {});
        assertThat(backups.verify(files.data())).isEqualTo(BackupKind.DATA);
        assertThat(backups.verify(files.keys())).isEqualTo(BackupKind.KEYS);
        mark("tuesday");

        assertThatThrownBy(() -> backups.restore(files.data(), Optional.empty(), false, share -> {}))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("--force");
        backups.restore(files.data(), Optional.empty(), true, share -> {});

        assertThat(marks()).containsExactly("monday");
        assertThat(new Migration(DatabaseAddress.keys(configuration), "db/keys.xml")
                        .look()
                        .missing())
                .isZero();
    }

    @Test
    void whereThatFailsWhatWasThereIsThereAgain() throws SQLException, IOException {
        Path programs = programs();
        PostgresCopy copy = new PostgresCopy(
                DatabaseAddress.main(configuration),
                new PostgresPrograms(DatabaseAddress.main(configuration), programs),
                Clock.systemUTC());
        Path damaged = Files.writeString(folder.resolve("damaged"), "no dump");

        assertThatThrownBy(() -> copy.replace(folder, damaged, damaged)).isInstanceOf(StartFailure.class);

        assertThat(marks()).containsExactly("monday");
    }

    @Test
    void withoutPostgresProgramsItSaysWhatToInstall() {
        Backups backups = new Backups(configuration, folder.resolve("nowhere"), Clock.systemUTC());

        assertThatThrownBy(() -> backups.make(folder.resolve("monday"), Optional.empty(), share -> {}))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("pg_dump was not found");
    }

    private Backups backups() throws IOException {
        return new Backups(configuration, programs(), Clock.systemUTC());
    }

    /** The embedded server comes without them: they are the machine's. */
    private static Path programs() throws IOException {
        Path root = Path.of("/usr/lib/postgresql");
        List<Path> found = new ArrayList<>();
        if (Files.exists(root)) {
            try (Stream<Path> versions = Files.list(root)) {
                versions.map(version -> version.resolve("bin"))
                        .filter(bin -> Files.isExecutable(bin.resolve("pg_dump")))
                        .sorted()
                        .forEach(found::add);
            }
        }
        assumeThat(found)
                .as("pg_dump is not installed: apt-get install postgresql-15")
                .isNotEmpty();
        return found.get(found.size() - 1);
    }

    private void mark(String name) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO access_user (id, username, password_hash, roles, subsidiaries, language, "
                    + "must_change, active, version) VALUES (gen_random_uuid(), '" + name
                    + "', 'x', '', '', 'en', FALSE, TRUE, 1)");
        }
    }

    private List<String> marks() throws SQLException {
        List<String> names = new ArrayList<>();
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT username FROM access_user ORDER BY username")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    private Connection connect() throws SQLException {
        DatabaseAddress address = DatabaseAddress.main(configuration);
        return DriverManager.getConnection(address.url(), address.user(), address.password());
    }
}
