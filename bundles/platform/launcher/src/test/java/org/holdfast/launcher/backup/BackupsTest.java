package org.holdfast.launcher.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.holdfast.launcher.config.Configuration;
import org.holdfast.launcher.database.DatabaseAddress;
import org.holdfast.launcher.database.Migration;
import org.holdfast.launcher.keys.KeyStoreAccess;
import org.holdfast.launcher.shred.ShredLedger;
import org.holdfast.launcher.shred.Shredded;
import org.holdfast.launcher.shred.ShreddedKeys;
import org.holdfast.launcher.start.DataDirectory;
import org.holdfast.launcher.start.StartFailure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupsTest {
    private static final Clock MONDAY = Clock.fixed(Instant.parse("2026-11-23T02:00:00Z"), ZoneOffset.UTC);
    private static final Clock NEXT_WEEK = Clock.offset(MONDAY, Duration.ofDays(8));
    private static final String PASSPHRASE = "a passphrase like no other";

    @TempDir
    Path folder;

    private Configuration first;

    @BeforeEach
    void fill() throws IOException, SQLException {
        first = installation("first");
        migrate(first);
        mark(first, "monday");
        Path data = first.dataDirectory();
        Files.writeString(data.resolve("bundles.properties"), "some=setting\n");
        Files.writeString(data.resolve("keys").resolve("passphrase"), PASSPHRASE);
        Files.writeString(data.resolve("keys").resolve("root.p12"), "the root key");
    }

    @Test
    void aBackupBecomesAServerOfTheSameContentElsewhere() throws SQLException {
        BackupPair files = backup(first, "monday", MONDAY);
        Configuration second = installation("second");

        restore(second, files, false, MONDAY);

        assertThat(marks(second)).containsExactly("monday");
        assertThat(second.dataDirectory().resolve("bundles.properties")).hasContent("some=setting");
        assertThat(DataDirectory.isHalfRestored(second.dataDirectory())).isFalse();
        assertThat(backups(second, MONDAY).verify(files.data())).isEqualTo(BackupKind.DATA);
        assertThat(backups(second, MONDAY).verify(files.keys())).isEqualTo(BackupKind.KEYS);
    }

    @Test
    void neitherFileHoldsTheRootKeyOrItsPassphraseAndOnlyTheOwnerReadsThem() throws IOException {
        for (Path file : List.of(
                backup(first, "monday", MONDAY).data(),
                backup(first, "noon", MONDAY).keys())) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            try (FileSystem zip = FileSystems.newFileSystem(file);
                    Stream<Path> entries = Files.walk(zip.getPath("/"))) {
                for (Path entry : entries.filter(Files::isRegularFile).toList()) {
                    assertThat(new String(Files.readAllBytes(entry), StandardCharsets.ISO_8859_1))
                            .doesNotContain(PASSPHRASE)
                            .doesNotContain("the root key");
                }
            }
        }
    }

    @Test
    void dataIsNotReplacedUnlessForcedAndThenSetAside() throws IOException, SQLException {
        BackupPair files = backup(first, "monday", MONDAY);
        mark(first, "tuesday");

        assertThatThrownBy(() -> restore(first, files, false, MONDAY))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("--force");
        assertThat(marks(first)).containsExactly("monday", "tuesday");

        restore(first, files, true, MONDAY);

        assertThat(marks(first)).containsExactly("monday");
        assertThat(first.dataDirectory().resolve("replaced-20261123T020000").resolve("database"))
                .isDirectoryContaining("glob:**.mv.db");
        assertThat(first.dataDirectory().resolve("keys").resolve("root.p12")).hasContent("the root key");
    }

    @Test
    void aChangedByteIsFoundBeforeAnythingIsReplaced() throws IOException, SQLException {
        BackupPair files = backup(first, "monday", MONDAY);
        try (FileSystem zip = FileSystems.newFileSystem(files.data())) {
            Files.writeString(zip.getPath("/files/bundles.properties"), "some=other\n");
        }

        assertThatThrownBy(() -> backups(first, MONDAY).verify(files.data()))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("is damaged")
                .hasMessageContaining("bundles.properties");
        assertThatThrownBy(() -> restore(first, files, true, MONDAY)).isInstanceOf(StartFailure.class);
        assertThat(marks(first)).containsExactly("monday");
    }

    @Test
    void keysOlderThanTheDataAreRefusedAndSevenDaysOldOnesUnlessForced() throws SQLException {
        BackupPair monday = backup(first, "monday", MONDAY);
        BackupPair next = backup(first, "next", NEXT_WEEK);
        Configuration second = installation("second");

        assertThatThrownBy(() ->
                        backups(second, NEXT_WEEK).restore(next.data(), Optional.of(monday.keys()), true, share -> {}))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("are older than the data");
        assertThatThrownBy(() -> restore(second, monday, false, NEXT_WEEK))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("older than seven days");
        backups(second, NEXT_WEEK).restore(monday.data(), Optional.of(next.keys()), false, share -> {});

        assertThat(marks(second)).containsExactly("monday");
    }

    @Test
    @Tag("O14")
    void whoWasErasedSinceTheBackupStaysErasedWhenItIsPutBack() throws IOException {
        UUID erased = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        key(first, erased);
        key(first, other);
        BackupPair before = backup(first, "before", MONDAY);
        ShreddedKeys.destroy(KeyStoreAccess.of(DatabaseAddress.keys(first)), List.of(shredded(erased)));
        close(DatabaseAddress.keys(first));
        try (ShredLedger ledger = ShredLedger.open(first.dataDirectory())) {
            ledger.add(shredded(erased));
        }
        BackupPair after = backup(first, "after", MONDAY);

        restore(first, before, true, MONDAY);

        assertThat(keys(first)).containsExactly(other);
        String store = everyByteUnder(first.dataDirectory().resolve("keys"));
        assertThat(pieces(erased))
                .as("nothing of the destroyed key is left in the store's file")
                .noneMatch(store::contains);
        assertThat(pieces(other)).as("a key is found there").anyMatch(store::contains);
        Configuration second = installation("second");
        backups(second, MONDAY).restore(before.data(), Optional.of(after.keys()), true, share -> {});
        assertThat(keys(second)).as("the ledger came with the newer keys").containsExactly(other);
        restore(second, before, true, MONDAY);
        assertThat(keys(second)).as("and stays").containsExactly(other);
        Configuration third = installation("third");
        backups(third, MONDAY).takeLedger(ShredLedger.file(first.dataDirectory()));
        restore(third, before, false, MONDAY);
        assertThat(keys(third)).as("the ledger was brought by hand").containsExactly(other);
        assertThatThrownBy(() -> backups(third, MONDAY).takeLedger(before.data()))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("shred ledger");
    }

    private static Shredded shredded(UUID person) {
        return new Shredded(new UUID(0, 7), person, MONDAY.instant());
    }

    private static void key(Configuration configuration, UUID owner) {
        DatabaseAddress keys = DatabaseAddress.keys(configuration);
        execute(
                keys,
                "INSERT INTO wrapped_key (owner_id, subsidiary_id, key_id, wrapped, created_at) VALUES ('" + owner
                        + "', '" + new UUID(0, 7) + "', 'k', X'"
                        + HexFormat.of().formatHex(bytes(owner))
                        + "', CURRENT_TIMESTAMP)");
        close(keys);
    }

    /** Random bytes, as those of a wrapped key are: a store cannot compress them. */
    private static byte[] bytes(UUID owner) {
        byte[] bytes = new byte[60];
        new Random(owner.getLeastSignificantBits()).nextBytes(bytes);
        return bytes;
    }

    /** The store may cut a value into runs of 32 bytes: a piece of 8 is whole in one of them. */
    private static List<String> pieces(UUID owner) {
        String all = new String(bytes(owner), StandardCharsets.ISO_8859_1);
        return IntStream.rangeClosed(0, all.length() - 8)
                .mapToObj(from -> all.substring(from, from + 8))
                .toList();
    }

    private static List<UUID> keys(Configuration configuration) {
        DatabaseAddress address = DatabaseAddress.keys(configuration);
        List<UUID> owners = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(address.url(), address.user(), address.password());
                Statement statement = connection.createStatement()) {
            try (ResultSet rows = statement.executeQuery("SELECT owner_id FROM wrapped_key")) {
                while (rows.next()) {
                    owners.add(rows.getObject(1, UUID.class));
                }
            }
            statement.execute("SHUTDOWN");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return owners;
    }

    private static String everyByteUnder(Path folder) throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return all.toString();
    }

    @Test
    void whatIsNoBackupOrTheOtherHalfIsToldApart() throws IOException {
        BackupPair files = backup(first, "monday", MONDAY);
        Path other = Files.writeString(folder.resolve("other.zip"), "not a zip");

        assertThatThrownBy(() -> backups(first, MONDAY).verify(other)).hasMessageContaining("is no backup");
        assertThatThrownBy(() -> backups(first, MONDAY).restore(files.keys(), Optional.empty(), true, share -> {}))
                .hasMessageContaining("holds wrapped keys, not data");
    }

    private Configuration installation(String name) {
        return Configuration.read(folder.resolve(name), Map.of(), Map.of());
    }

    private static void migrate(Configuration configuration) throws IOException {
        DataDirectory.createPrivate(configuration.dataDirectory().resolve("keys"));
        new Migration(DatabaseAddress.main(configuration), "db/changelog.xml").run();
        new Migration(DatabaseAddress.keys(configuration), "db/keys.xml").run();
        close(DatabaseAddress.main(configuration));
        close(DatabaseAddress.keys(configuration));
    }

    static void close(DatabaseAddress address) {
        execute(address, "SHUTDOWN");
    }

    private static void execute(DatabaseAddress address, String sql) {
        try (Connection connection = DriverManager.getConnection(address.url(), address.user(), address.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Leaves a trace in the main database: an account's name. */
    private static void mark(Configuration configuration, String name) {
        DatabaseAddress address = DatabaseAddress.main(configuration);
        execute(
                address,
                "INSERT INTO access_user (id, username, password_hash, roles, subsidiaries, language, must_change,"
                        + " active, version) VALUES (RANDOM_UUID(), '" + name
                        + "', 'x', '', '', 'en', FALSE, TRUE, 1)");
        close(address);
    }

    private static List<String> marks(Configuration configuration) throws SQLException {
        DatabaseAddress address = DatabaseAddress.main(configuration);
        List<String> names = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(address.url(), address.user(), address.password());
                Statement statement = connection.createStatement()) {
            try (ResultSet rows = statement.executeQuery("SELECT username FROM access_user ORDER BY username")) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
            statement.execute("SHUTDOWN");
        }
        return names;
    }

    private static Backups backups(Configuration configuration, Clock clock) {
        return new Backups(configuration, null, clock);
    }

    private BackupPair backup(Configuration configuration, String name, Clock clock) {
        return backups(configuration, clock).make(folder.resolve(name), Optional.empty(), share -> {});
    }

    private static void restore(Configuration to, BackupPair files, boolean force, Clock clock) {
        backups(to, clock).restore(files.data(), Optional.empty(), force, share -> {});
    }
}
