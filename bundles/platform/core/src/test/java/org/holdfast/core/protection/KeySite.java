package org.holdfast.core.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javax.sql.DataSource;
import liquibase.Liquibase;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ClassLoaderResourceAccessor;
import org.h2.jdbcx.JdbcDataSource;
import org.holdfast.api.protection.CipherSuite;
import org.holdfast.api.protection.KeyRing;
import org.holdfast.api.protection.WrappedKey;
import org.holdfast.core.fixture.FixedRegistry;
import org.holdfast.core.fixture.SetClock;
import org.holdfast.core.protection.Vault.Cell;
import org.holdfast.launcher.audit.AuditLog;
import org.holdfast.launcher.config.Configuration;
import org.holdfast.launcher.config.Setting;
import org.holdfast.launcher.config.SuiteSettings;
import org.holdfast.launcher.keys.KeyRotation;
import org.holdfast.launcher.keys.RootKey;
import org.holdfast.launcher.keys.RootSuccession;
import org.holdfast.launcher.keys.StoredSuites;
import org.holdfast.launcher.shred.ShredLedger;
import org.holdfast.launcher.shred.Shredded;
import org.holdfast.launcher.text.Message;
import org.holdfast.protection.aes.AesKeyRing;
import org.holdfast.protection.sm4.Sm4Suite;

/**
 * The keys of a server, real ones of two cipher suites, that can be killed and started again. What was sealed once is
 * remembered.
 */
final class KeySite implements AutoCloseable {
    static final UUID FIRST = new UUID(1, 1);
    static final UUID SECOND = new UUID(-1, 2);
    private static final Cell CELL = new Cell("employee", "payload", "1", 1);

    final SetClock clock = new SetClock("2026-11-26T08:00:00Z");
    Configuration configuration;
    private final DataSource store;
    private final AuditLog audit;
    private final ShredLedger ledger;
    private final Map<Subject, byte[]> sealed = new HashMap<>();
    private final Map<UUID, String> fingerprints = new HashMap<>();
    /** Records that did not open. */
    final List<RecordTampered> alarms = new ArrayList<>();

    /** Cipher suites of subsidiaries whose keys are still to be made; the others are of the standard one. */
    final Map<UUID, String> suites = new HashMap<>(Map.of(SECOND, "SM4-GCM"));

    KeyRing ring = new AesKeyRing();
    FixedRegistry registry;
    SealedVault vault;
    RotationTable table;

    KeySite(Path home, DataSource store) {
        this.store = store;
        configuration = Configuration.read(home, Map.of(), Map.of());
        try {
            Files.createDirectories(folder());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        audit = AuditLog.open(home.resolve("audit"), "test", clock);
        ledger = ShredLedger.open(home);
        registry = new FixedRegistry().with(ring).with(new Sm4Suite());
        vault = vault(registry);
        table = new RotationTable(store, clock);
    }

    /** Returns an empty database in memory. */
    static DataSource inMemory() {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        source.setUser("sa");
        return source;
    }

    static DataSource migrated(DataSource source) {
        try (Connection connection = source.getConnection();
                Liquibase liquibase = new Liquibase(
                        "db/keys.xml",
                        new ClassLoaderResourceAccessor(),
                        DatabaseFactory.getInstance()
                                .findCorrectDatabaseImplementation(new JdbcConnection(connection)))) {
            liquibase.update("");
        } catch (SQLException | LiquibaseException e) {
            throw new IllegalStateException(e);
        }
        return source;
    }

    /** Empties the store, as before the first start. */
    static void empty(DataSource store) {
        try (Connection connection = store.getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : List.of("wrapped_key", "wrapping_key", "root_key", "key_rotation")) {
                statement.execute("DELETE FROM " + table);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    Path folder() {
        return configuration.dataDirectory().resolve("keys");
    }

    /** Changes settings, which count from the next start on. */
    void set(Map<Setting, String> settings) {
        configuration = configuration.with(settings);
    }

    /** Starts a server: nothing is left in memory of one before it. */
    Optional<Message> start() {
        ring = new AesKeyRing();
        registry = new FixedRegistry().with(ring).with(new Sm4Suite());
        vault = vault(registry);
        return new RootKey(configuration, store, clock).unlock(registry);
    }

    private SealedVault vault(FixedRegistry registry) {
        return new SealedVault(
                current(registry),
                new WrappedKeys(store, clock),
                ledger,
                alarms::add,
                id -> suites.getOrDefault(id, CipherSuite.STANDARD));
    }

    CurrentKeyRing current(FixedRegistry bundles) {
        return new CurrentKeyRing(bundles, () -> {
            try {
                return StoredSuites.needed(store, SuiteSettings.STANDARD);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** Looks as the running server does, with the same ring. */
    Optional<Message> look() {
        return new RootKey(configuration, store, clock).unlock(registry);
    }

    Rotation rotation(String level, int batch) {
        return level.equals(KeyRotation.ROOT)
                ? new RootRotation(table, vault, new RootSuccession(configuration), batch)
                : new SubsidiaryRotation(table, vault, clock, batch);
    }

    KeyRotations rotations(Executor background) {
        Map<String, Rotation> levels = Map.of(
                KeyRotation.ROOT,
                rotation(KeyRotation.ROOT, 2),
                KeyRotation.SUBSIDIARY,
                rotation(KeyRotation.SUBSIDIARY, 2));
        CurrentKeyRing current = current(new FixedRegistry().with(ring).with(new Sm4Suite()));
        return new KeyRotations(current, table, levels, audit, background);
    }

    /** Rotates a level to its end. */
    void rotate(String level) {
        rotations(Runnable::run).begin(level, "account-1");
        assertThat(table.last().orElseThrow().progress().state()).isEqualTo(KeyRotation.State.DONE);
    }

    /** Seals something of a new person, and something of the subsidiary itself. */
    UUID hire(UUID subsidiaryId) {
        UUID person = UUID.randomUUID();
        vault.prepare(subsidiaryId, List.of(person));
        for (Subject subject : List.of(Subject.person(subsidiaryId, person), Subject.subsidiary(subsidiaryId))) {
            sealed.putIfAbsent(subject, vault.seal(subject, CELL, plain(subject)));
        }
        fingerprints.putIfAbsent(subsidiaryId, vault.blindIndex(subsidiaryId, "number", "4711"));
        return person;
    }

    /** Erases a person as an erasure does: the ledger first, then the key. */
    void erase(UUID subsidiaryId, UUID person) {
        Subject subject = Subject.person(subsidiaryId, person);
        ledger.add(new Shredded(subsidiaryId, person, clock.instant()));
        vault.destroy(subject);
        sealed.remove(subject);
    }

    boolean worksIn(UUID subsidiaryId, UUID person) {
        return sealed.containsKey(Subject.person(subsidiaryId, person));
    }

    /** Returns this ring for a rotation; each time it is to wrap a person's key anew, something happens before. */
    KeyRing beforeWrapping(Consumer<UUID> event) {
        return WatchedRing.of(
                ring,
                (method, arguments) -> {
                    if (method.equals("rewrapPersonKey")) {
                        event.accept(UUID.fromString(((WrappedKey) arguments.get(2)).ownerId()));
                    }
                },
                method -> {});
    }

    /** Nothing of an erased person's key is stored, and nothing of the person can be read or written. */
    void isGone(UUID subsidiaryId, UUID person) {
        assertThat(table.count("SELECT COUNT(*) FROM wrapped_key WHERE owner_id = ?", person))
                .as("wrapped keys of %s", person)
                .isZero();
        Subject subject = Subject.person(subsidiaryId, person);
        assertThatThrownBy(() -> vault.seal(subject, CELL, plain(subject))).isInstanceOf(PersonErasedException.class);
        assertThatThrownBy(() -> vault.prepare(subsidiaryId, List.of(person)))
                .isInstanceOf(PersonErasedException.class);
    }

    /** Everything that was ever sealed opens, and everybody is found by the same fingerprint. */
    void everythingIsReadable() {
        sealed.forEach(
                (subject, bytes) -> assertThat(vault.open(subject, CELL, bytes)).isEqualTo(plain(subject)));
        fingerprints.forEach((subsidiary, fingerprint) ->
                assertThat(vault.blindIndex(subsidiary, "number", "4711")).isEqualTo(fingerprint));
    }

    private static byte[] plain(Subject subject) {
        return ("about " + subject.id()).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        audit.close();
        ledger.close();
    }
}
