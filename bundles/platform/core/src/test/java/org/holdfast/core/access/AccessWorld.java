package org.holdfast.core.access;

import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import liquibase.Liquibase;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.ClassLoaderResourceAccessor;
import org.h2.jdbcx.JdbcDataSource;
import org.holdfast.core.platform.database.LocalEntities;
import org.holdfast.core.platform.rest.AuditNotes;
import org.holdfast.core.platform.rest.BodySeal;
import org.holdfast.core.platform.rest.Cursors;
import org.holdfast.core.platform.rest.DatabaseIdempotencyStore;
import org.holdfast.core.platform.rest.FakeRegistry;
import org.holdfast.core.platform.rest.IdempotencyFilter;
import org.holdfast.core.platform.rest.MemoryServer;
import org.holdfast.core.platform.rest.Texts;
import org.holdfast.core.platform.rest.TextsResource;

/** The whole room of access on an H2 database in memory, with a clock that is set by hand. */
final class AccessWorld {
    static final String LOCAL_TOKEN = "local-token-of-the-launcher";
    static final String PASSWORD = "a long enough secret";

    private static final PasswordHashes HASHES = new PasswordHashes();

    final SetClock clock = new SetClock();
    final Map<UUID, UUID> managers = new HashMap<>();
    final DataSource database;
    final LocalEntities entities;
    final RoleTable table;
    final Accounts accounts;
    final SecondFactors factors;
    final MemoryServer server;
    final FlipSeal seal = new FlipSeal();
    final Probe probe = new Probe();

    AccessWorld(Path dataDirectory) {
        this(dataDirectory, new Rules(Set.of(), new AdministratorPlaces(List.of())));
    }

    AccessWorld(Path dataDirectory, Rules rules) {
        database = migrated(inMemory());
        entities = new LocalEntities(database);
        table = RoleTable.read(dataDirectory);
        AccountStore store = new JpaAccountStore(entities, seal);
        TokenStore tokens = new JpaTokenStore(entities);
        Sessions sessions = new MemorySessions(clock, Duration.ofMinutes(30), Duration.ofHours(8));
        SignInDelays delays = new SignInDelays(clock);
        Doorkeeper doorkeeper = new Doorkeeper(
                new AccountRealm(store, HASHES, table), new TokenRealm(tokens, LOCAL_TOKEN, clock), store, delays);
        accounts = new Accounts(store, HASHES, sessions, doorkeeper, new FirstPassword(dataDirectory));
        Gate gate = new Gate(doorkeeper, store, sessions, table, this::leads);
        factors =
                new SecondFactors(new JpaSecondFactorStore(entities, seal), rules.secondFactorRoles(), sessions, clock);
        SignOn signOn = new SignOn(doorkeeper, factors, delays, rules.places(), sessions);
        RequestVisibility visibility = new RequestVisibility();
        probe.visibility = visibility;
        Cursors cursors = new Cursors();
        Texts texts = new Texts(FakeRegistry::new);
        server = new MemoryServer(
                texts,
                new AccessFilter(gate, visibility, new AuditNotes(), signOn),
                new IdempotencyFilter(new DatabaseIdempotencyStore(database, seal, clock)),
                new TextsResource(texts),
                new SessionResource(gate, signOn, accounts, visibility, new AuditNotes()),
                new SecondFactorResource(factors, signOn, accounts, gate, visibility),
                new SessionsResource(gate, cursors, visibility),
                new UserSessionsResource(gate, accounts, cursors),
                new UsersResource(accounts, factors, table, cursors, visibility),
                new TokensResource(new ApiTokens(tokens, table, clock), cursors, visibility),
                probe);
    }

    Account add(String username, Role role, Set<UUID> subsidiaries, Optional<UUID> employee) {
        Accounts.Profile profile =
                new Accounts.Profile("Name of " + username, Set.of(role), subsidiaries, employee, "en");
        return accounts.create(username, Optional.of(PASSWORD), profile, false);
    }

    /** Logs in; the server sends the session's cookie and token from then on. */
    void logIn(String username, String password) {
        MemoryServer.Reply reply = server.call("POST", "session", logInBody(username, password));
        if (reply.status() != 200) {
            throw new IllegalStateException(reply.body());
        }
        use(reply);
        server.with("X-CSRF-Token", reply.text("csrfToken"));
    }

    void use(MemoryServer.Reply reply) {
        server.with("Cookie", reply.header("Set-Cookie").split(";", -1)[0]);
    }

    static String logInBody(String username, String password) {
        return "{\"username\":\"" + username + "\",\"password\":\"" + password + "\"}";
    }

    private boolean leads(UUID manager, UUID person) {
        UUID above = managers.get(person);
        for (int depth = 0; above != null && depth < 10; depth++) {
            if (above.equals(manager)) {
                return true;
            }
            above = managers.get(above);
        }
        return false;
    }

    static DataSource inMemory() {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        return source;
    }

    static DataSource migrated(DataSource source) {
        try (Connection connection = source.getConnection();
                Liquibase liquibase = new Liquibase(
                        "db/access-test.xml",
                        new ClassLoaderResourceAccessor(),
                        DatabaseFactory.getInstance()
                                .findCorrectDatabaseImplementation(new JdbcConnection(connection)))) {
            liquibase.update("");
        } catch (java.sql.SQLException | liquibase.exception.LiquibaseException e) {
            throw new IllegalStateException(e);
        }
        return source;
    }

    /** What the settings say. */
    record Rules(Set<Role> secondFactorRoles, AdministratorPlaces places) {}

    /** A clock that is set by hand. */
    static final class SetClock extends Clock {
        private Instant now = Instant.parse("2026-11-22T08:00:00Z");

        void pass(Duration duration) {
            now = now.plus(duration);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    /** A seal that can be closed; it turns bytes over, which is enough to see that it was asked. */
    static final class FlipSeal implements BodySeal {
        boolean open = true;
        /** Done once when something is sealed next. */
        Runnable meanwhile = () -> {};

        @Override
        public Optional<byte[]> seal(String row, byte[] plain) {
            Runnable once = meanwhile;
            meanwhile = () -> {};
            once.run();
            return open ? Optional.of(flipped(plain)) : Optional.empty();
        }

        @Override
        public Optional<byte[]> open(String row, byte[] sealed) {
            return open ? Optional.of(flipped(sealed)) : Optional.empty();
        }

        private static byte[] flipped(byte[] bytes) {
            byte[] out = bytes.clone();
            for (int i = 0; i < out.length; i++) {
                out[i] = (byte) ~out[i];
            }
            return out;
        }
    }
}
