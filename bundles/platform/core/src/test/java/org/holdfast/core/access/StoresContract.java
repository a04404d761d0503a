package org.holdfast.core.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.persistence.EntityManager;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.eclipse.persistence.sessions.server.ServerSession;
import org.holdfast.core.access.AccessWorld.FlipSeal;
import org.holdfast.core.platform.database.Entities;
import org.holdfast.core.platform.database.LocalEntities;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.core.protection.Subject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What accounts and tokens promise on every database. */
abstract class StoresContract {
    private static final Instant MOMENT = Instant.parse("2026-11-22T23:59:59.123456Z");

    private final FlipSeal seal = new FlipSeal();
    private DataSource database;
    private LocalEntities entities;
    private AccountStore accounts;
    private TokenStore tokens;

    /** Returns an empty database. */
    abstract DataSource freshDatabase();

    @BeforeEach
    void begin() {
        database = AccessWorld.migrated(freshDatabase());
        entities = new LocalEntities(database);
        accounts = new JpaAccountStore(entities, seal);
        tokens = new JpaTokenStore(entities);
    }

    @AfterEach
    void end() {
        entities.close();
    }

    @Test
    void accountComesBackAsItWasWritten() {
        Account linked = account("mei.lin", "梅林", Set.of(new UUID(5, 6), new UUID(7, 8)), Optional.of(new UUID(3, 4)));
        Account bare = account("an", "", Set.of(), Optional.empty());
        accounts.add(linked);
        accounts.add(bare);

        assertThat(accounts.find(linked.id())).contains(linked);
        assertThat(accounts.findByName(" Mei.Lin ")).contains(linked);
        assertThat(accounts.all()).containsExactly(bare, linked);
        assertThat(accounts.find(new UUID(9, 9))).isEmpty();
    }

    @Test
    void changeCountsTheVersionAndOneFromAnOldReadingIsRefused() {
        Account before = account("mei", "Mei", Set.of(), Optional.empty());
        accounts.add(before);

        assertThat(accounts.change(named(before, "Mei Lin"))).isTrue();
        assertThat(accounts.change(named(before, "Mei Wang"))).isFalse();

        Account after = accounts.find(before.id()).orElseThrow();
        assertThat(after.displayName()).isEqualTo("Mei Lin");
        assertThat(after.version()).isEqualTo(before.version() + 1);
    }

    @Test
    void oneOfTwoChangesAtTheSameTimeIsRefused() {
        Account before = account("mei", "Mei", Set.of(), Optional.empty());
        accounts.add(before);
        AccountStore slow = new JpaAccountStore(
                interrupted(() ->
                        assertThat(accounts.change(named(before, "Mei Lin"))).isTrue()),
                seal);

        assertThat(slow.change(named(before, "Mei Wang"))).isFalse();
        assertThat(accounts.find(before.id()).orElseThrow().displayName()).isEqualTo("Mei Lin");
    }

    @Test
    void passwordIsChangedWhileTheKeyRingIsSealedAndTheNameSurvives() {
        Account before = account("mei", "Mei", Set.of(), Optional.empty());
        accounts.add(before);
        seal.open = false;
        accounts.changePassword(before.withPassword("another", true));
        seal.open = true;

        Account after = accounts.find(before.id()).orElseThrow();
        assertThat(after.passwordHash()).isEqualTo("another");
        assertThat(after.mustChangePassword()).isTrue();
        assertThat(after.displayName()).isEqualTo("Mei");
        assertThat(after.version()).isEqualTo(before.version() + 1);
    }

    @Test
    void takenNameIsRefusedAndNeitherLogNorFailureRepeatsIt() {
        accounts.add(account("canary-7391", "Canary 7391", Set.of(), Optional.empty()));
        LogCollector log = new LogCollector();
        Logger root = Logger.getLogger("");
        root.addHandler(log);

        RestException refused = catchThrowableOfType(
                RestException.class, () -> accounts.add(account("canary-7391", "Other", Set.of(), Optional.empty())));
        root.removeHandler(log);

        assertThat(refused.code()).isEqualTo(AccessError.USERNAME_TAKEN);
        assertThat(refused).hasNoCause();
        assertThat(log.text.toString()).doesNotContain("7391");
    }

    @Test
    void tokenComesBackToTheMicrosecond() {
        ApiToken token = token();
        tokens.add(token, "fingerprint");
        assertThat(tokens.find("fingerprint")).contains(token);

        tokens.used(token.id(), MOMENT.plusSeconds(60));
        assertThat(tokens.all()).extracting(ApiToken::lastUsedAt).containsExactly(Optional.of(MOMENT.plusSeconds(60)));

        assertThat(tokens.revoke(token.id(), MOMENT.plusSeconds(70))).isTrue();
        assertThat(tokens.revoke(token.id(), MOMENT.plusSeconds(80))).isFalse();
        assertThat(tokens.find("fingerprint").orElseThrow().revokedAt()).contains(MOMENT.plusSeconds(70));
        tokens.forget(MOMENT.plusSeconds(70));
        assertThat(tokens.find("fingerprint")).isPresent();
        tokens.forget(MOMENT.plusSeconds(71));
        assertThat(tokens.find("fingerprint")).isEmpty();
    }

    @Test
    void nothingReadOrEditedStaysInTheCacheOfThePersistenceUnit() {
        for (int i = 0; i < 5; i++) {
            accounts.add(account("user" + i, "Canary " + i, Set.of(), Optional.empty()));
        }
        tokens.add(token(), "fingerprint");
        accounts.all().forEach(account -> accounts.change(named(account, account.displayName() + " Li")));
        accounts.all()
                .forEach(account -> assertThat(accounts.find(account.id())).contains(account));
        tokens.find("fingerprint");

        ServerSession session = entities.unwrap(ServerSession.class);

        assertThat(session.getDescriptors().keySet())
                .containsOnly(AccountEntity.class, PasskeyEntity.class, SecondFactorEntity.class, TokenEntity.class);
        for (Class<?> type : session.getDescriptors().keySet()) {
            assertThat(session.getDescriptor(type).isSharedIsolation()).isFalse();
            assertThat(session.getIdentityMapAccessorInstance()
                            .getIdentityMap(type)
                            .getSize())
                    .isZero();
        }
    }

    @Test
    void nameIsCiphertextInTheEntityAndInTheDatabase() throws SQLException {
        Account account = account("mei", "Canary", Set.of(), Optional.empty());
        accounts.add(account);
        byte[] sealed = seal.seal("", "Canary".getBytes(StandardCharsets.UTF_8)).orElseThrow();

        assertThat(entities.<byte[]>call(manager -> manager.createNamedQuery(AccountEntity.ALL, AccountEntity.class)
                        .getSingleResult()
                        .sealedName()))
                .isEqualTo(sealed);
        try (Connection connection = database.getConnection();
                ResultSet row = connection.createStatement().executeQuery("select display_name from access_user")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getBytes(1)).isEqualTo(sealed);
        }
    }

    /** Entities whose work is done but not yet written when somebody else comes in between. */
    private Entities interrupted(Runnable somebodyElse) {
        return new Entities() {
            @Override
            public <T> T call(Function<EntityManager, T> work) {
                return entities.call(manager -> {
                    T result = work.apply(manager);
                    somebodyElse.run();
                    return result;
                });
            }
        };
    }

    private static Account account(String username, String name, Set<UUID> subsidiaries, Optional<UUID> employee) {
        Set<Role> roles = Set.of(Role.GROUP_HR, Role.DPO);
        return new Account(
                UUID.randomUUID(),
                username,
                name,
                "hash",
                roles,
                subsidiaries,
                employee,
                "zh",
                false,
                true,
                Origin.LOCAL,
                1);
    }

    private static Account named(Account old, String name) {
        return new Account(
                old.id(),
                old.username(),
                name,
                old.passwordHash(),
                old.roles(),
                old.subsidiaryIds(),
                old.employeeId(),
                old.language(),
                old.mustChangePassword(),
                old.active(),
                old.origin(),
                old.version());
    }

    @Test
    void passkeyIsFoundCountsEachUseOnceAndGoesAlone() {
        Account account = account("mei", "Mei", Set.of(), Optional.empty());
        accounts.add(account);
        PasskeyStore passkeys = new JpaPasskeyStore(entities, seal);
        Passkey one = passkey(account, 1);
        Passkey other = passkey(account, 2);
        assertThat(passkeys.add(one)).isTrue();
        assertThat(passkeys.add(other)).isTrue();
        assertThat(passkeys.add(passkey(account, 1))).as("the same credential").isFalse();

        assertThat(passkeys.of(account.id())).containsExactlyInAnyOrder(one, other);
        assertThat(passkeys.find("fingerprint 1")).contains(one);
        assertThat(passkeys.holders()).containsExactly(account.id());
        assertThat(passkeys.use(one, 6, MOMENT)).isTrue();
        assertThat(passkeys.use(one, 7, MOMENT)).as("read before the other use").isFalse();
        assertThat(passkeys.remove(new UUID(9, 9), one.id())).isFalse();
        assertThat(passkeys.remove(account.id(), one.id())).isTrue();
        assertThat(passkeys.of(account.id())).containsExactly(other);
        assertThat(passkeys.removeAll(account.id())).isTrue();
        assertThat(passkeys.removeAll(account.id())).isFalse();
    }

    @Test
    void erasureOfAPersonTakesWhatTheirAccountShowsBesideThePassword() throws SQLException {
        Account account = account("mei", "Mei", Set.of(), Optional.of(new UUID(3, 4)));
        Account other = account("an", "An", Set.of(), Optional.of(new UUID(3, 5)));
        accounts.add(account);
        accounts.add(other);
        PasskeyStore passkeys = new JpaPasskeyStore(entities, seal);
        SecondFactorStore factors = new JpaSecondFactorStore(entities, seal);
        passkeys.add(passkey(account, 1));
        passkeys.add(passkey(other, 2));
        factors.begin(account.id(), "GEZDGNBVGY3TQOJQ", MOMENT);
        try (Connection connection = database.getConnection()) {
            new AccountTraces().erase(connection, Subject.person(new UUID(5, 6), new UUID(3, 4)));
        }

        assertThat(passkeys.of(account.id())).isEmpty();
        assertThat(factors.find(account.id())).isEmpty();
        assertThat(passkeys.holders()).containsExactly(other.id());
    }

    private static Passkey passkey(Account account, int number) {
        return new Passkey(
                UUID.randomUUID(),
                account.id(),
                Optional.of("手机"),
                new Passkey.Credential("fingerprint " + number, "AAECAw", "localhost", true),
                5,
                MOMENT,
                Optional.empty());
    }

    private static ApiToken token() {
        return new ApiToken(
                new UUID(1, 2),
                "clock",
                Role.INTEGRATION,
                Set.of("imports:write", "jobs:read"),
                Set.of(new UUID(5, 6)),
                MOMENT,
                MOMENT.plusSeconds(1000),
                Optional.empty(),
                Optional.empty());
    }

    /** Everything that is logged, with all causes. */
    private static final class LogCollector extends Handler {
        private final StringWriter text = new StringWriter();

        LogCollector() {
            setLevel(Level.ALL);
        }

        @Override
        public void publish(LogRecord entry) {
            text.write(entry.getMessage()
                    + List.of(entry.getParameters() == null ? new Object[0] : entry.getParameters()));
            if (entry.getThrown() != null) {
                entry.getThrown().printStackTrace(new PrintWriter(text, true));
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
