package org.holdfast.core.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import liquibase.Liquibase;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ClassLoaderResourceAccessor;
import org.h2.jdbcx.JdbcDataSource;
import org.holdfast.api.protection.KeyRing;
import org.holdfast.core.fixture.FixedRegistry;
import org.holdfast.core.fixture.SetClock;
import org.holdfast.core.protection.Vault.Cell;
import org.holdfast.launcher.shred.ShredLedger;
import org.holdfast.launcher.shred.Shredded;
import org.holdfast.protection.aes.AesKeyRing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A destroyed key is gone from the store and from memory, whoever was at work meanwhile. */
@Tag("O14")
class DestroyedKeyTest {
    private static final UUID FIRM = new UUID(1, 1);
    private static final UUID PERSON = new UUID(2, 2);
    private static final UUID COLLEAGUE = new UUID(3, 3);
    private static final Subject SUBJECT = Subject.person(FIRM, PERSON);
    private static final Cell CELL = new Cell("employee", "payload", "1", 1);

    @TempDir
    Path home;

    private final SetClock clock = new SetClock("2026-11-26T08:00:00Z");
    private final KeyRing real = new AesKeyRing();
    /** What the ring has answered, by the names of its methods. */
    private final List<String> answered = new ArrayList<>();

    private final List<RecordTampered> alarms = new ArrayList<>();
    private final Deque<Runnable> beforeOpening = new ArrayDeque<>();
    private final JdbcDataSource store = new JdbcDataSource();
    private ShredLedger ledger;
    private SealedVault vault;
    private byte[] sealed;

    @BeforeEach
    void begin() throws SQLException, LiquibaseException {
        store.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        try (Connection connection = store.getConnection();
                Liquibase liquibase = new Liquibase(
                        "db/keys.xml",
                        new ClassLoaderResourceAccessor(),
                        DatabaseFactory.getInstance()
                                .findCorrectDatabaseImplementation(new JdbcConnection(connection)))) {
            liquibase.update("");
        }
        ledger = ShredLedger.open(home);
        real.create(home.resolve("root.p12"), "a passphrase".toCharArray());
        vault = vault();
        vault.prepare(FIRM, List.of(PERSON, COLLEAGUE));
        sealed = vault.seal(SUBJECT, CELL, new byte[] {1});
        answered.clear();
    }

    @AfterEach
    void end() {
        ledger.close();
    }

    @Test
    void whatWasSealedByADestroyedKeyOpensForNobodyAndThatOfOthersDoes() throws SQLException {
        Subject colleague = Subject.person(FIRM, COLLEAGUE);
        byte[] others = vault.seal(colleague, CELL, new byte[] {2});

        erase();

        assertThat(keys()).containsExactlyInAnyOrder(FIRM, COLLEAGUE);
        assertThat(answered).contains("forget");
        assertThatThrownBy(() -> vault.open(SUBJECT, CELL, sealed)).isInstanceOf(PersonErasedException.class);
        assertThatThrownBy(() -> vault.seal(SUBJECT, CELL, sealed)).isInstanceOf(PersonErasedException.class);
        assertThatThrownBy(() -> vault.prepare(FIRM, List.of(PERSON))).isInstanceOf(PersonErasedException.class);
        assertThatThrownBy(() -> vault().open(SUBJECT, CELL, sealed))
                .as("after a restart")
                .isInstanceOf(PersonErasedException.class);
        assertThat(vault.open(colleague, CELL, others)).containsExactly(2);
    }

    @Test
    void whoReadsWhileThePersonIsErasedLeavesNoKeyInTheRing() {
        beforeOpening.add(this::erase);

        vault.open(SUBJECT, CELL, sealed);

        assertThat(answered).containsExactly("forget", "open", "forget");
    }

    @Test
    void aKeyIsNotDestroyedBeforeTheLedgerSaysSo() throws SQLException {
        assertThatThrownBy(() -> vault.destroy(SUBJECT)).isInstanceOf(IllegalStateException.class);

        assertThat(keys()).contains(PERSON);
        assertThat(vault.open(SUBJECT, CELL, sealed)).containsExactly(1);
    }

    @Test
    void aPersonIsErasedWhileTheKeyRingIsClosedToo() throws SQLException {
        real.lock();

        erase();

        assertThat(keys()).doesNotContain(PERSON);
    }

    private void erase() {
        ledger.add(new Shredded(FIRM, PERSON, clock.instant()));
        vault.destroy(SUBJECT);
    }

    private SealedVault vault() {
        KeyRing watched = (KeyRing) Proxy.newProxyInstance(
                KeyRing.class.getClassLoader(), new Class<?>[] {KeyRing.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("open") && !beforeOpening.isEmpty()) {
                        beforeOpening.remove().run();
                    }
                    try {
                        Object answer = method.invoke(real, arguments);
                        answered.add(method.getName());
                        return answer;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        CurrentKeyRing current = new CurrentKeyRing(new FixedRegistry().with(watched), Set::of);
        return new SealedVault(current, new WrappedKeys(store, clock), ledger, alarms::add, id -> "AES-256-GCM");
    }

    private List<UUID> keys() throws SQLException {
        List<UUID> owners = new ArrayList<>();
        try (Connection connection = store.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select owner_id from wrapped_key")) {
            while (row.next()) {
                owners.add(row.getObject(1, UUID.class));
            }
        }
        return owners;
    }
}
