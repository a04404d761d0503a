package org.holdfast.core.access;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
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
import org.holdfast.core.fixture.FixedRegistry;
import org.holdfast.core.platform.channel.Channels;
import org.holdfast.core.platform.database.Database;
import org.holdfast.core.platform.database.DatabaseException;
import org.holdfast.core.platform.database.LocalEntities;
import org.holdfast.core.platform.rest.AuditFilter;
import org.holdfast.core.platform.rest.AuditNotes;
import org.holdfast.core.platform.rest.BodySeal;
import org.holdfast.core.platform.rest.Cursors;
import org.holdfast.core.platform.rest.DatabaseIdempotencyStore;
import org.holdfast.core.platform.rest.FakeRegistry;
import org.holdfast.core.platform.rest.GaugeSource;
import org.holdfast.core.platform.rest.IdempotencyFilter;
import org.holdfast.core.platform.rest.MemoryServer;
import org.holdfast.core.platform.rest.Texts;
import org.holdfast.core.platform.rest.TextsResource;
import org.holdfast.launcher.audit.AuditEvent;
import org.holdfast.launcher.audit.AuditLog;
import org.holdfast.launcher.audit.AuditQuery;
import org.holdfast.launcher.audit.AuditSearch;
import org.holdfast.launcher.config.FieldTable;
import org.holdfast.launcher.config.GroupRules;
import org.holdfast.launcher.config.LimitSettings;

/** The whole room of access on an H2 database in memory, with a clock that is set by hand. */
final class AccessWorld {
    static final String LOCAL_TOKEN = "local-token-of-the-launcher";
    static final String PASSWORD = "a long enough secret";

    private static final PasswordHashes HASHES = new PasswordHashes();
    private static final NewPasswords PASSWORDS =
            new NewPasswords(new PasswordRules(15, List.of("Drachenwerk")), HASHES);

    final SetClock clock = new SetClock();
    final Map<UUID, UUID> managers = new HashMap<>();
    final DataSource database;
    final LocalEntities entities;
    final RoleTable table;
    final Accounts accounts;
    final SecondFactors factors;
    final MemoryServer server;
    final FlipSeal seal = new FlipSeal();
    final MailAddresses addresses;
    final FixedRegistry registry = new FixedRegistry();
    final ChannelAddresses channelAddresses;
    final SessionWatch watch;
    final Recipients recipients;
    final Probe probe = new Probe();
    final GaugeSource gauges;
    final AuditNotes audit = new AuditNotes();
    final AuditLog log;
    private final Path logFolder;
    private String cookie = "";

    AccessWorld(Path dataDirectory) {
        this(dataDirectory, new Rules(Set.of(), new AdministratorPlaces(List.of())));
    }

    AccessWorld(Path dataDirectory, Rules rules) {
        database = migrated(inMemory());
        entities = new LocalEntities(database);
        table = RoleTable.read(dataDirectory);
        AccountStore store = new JpaAccountStore(entities, seal);
        addresses = new MailAddresses(plain(database), seal);
        recipients = new AccountRecipients(store, addresses, table, this::leads);
        Channels channels = new Channels(registry);
        channelAddresses = new ChannelAddresses(plain(database), seal, channels);
        TokenStore tokens = new JpaTokenStore(entities);
        Sessions sessions = new MemorySessions(clock, Duration.ofMinutes(30), Duration.ofHours(8));
        watch = new SessionWatch(sessions);
        SignInDelays delays = new SignInDelays(clock);
        OutsideAccounts outside = new OutsideAccounts(
                store, sessions, new GroupRoles(rules.groups(), rules.codes()), table, rules.vouching());
        Doorkeeper doorkeeper = new Doorkeeper(
                new AccountRealm(store, HASHES, table),
                new TokenRealm(tokens, LOCAL_TOKEN, clock),
                store,
                delays,
                (username, password) ->
                        rules.directory().check(username, password).map(outside::of));
        accounts = new Accounts(store, PASSWORDS, sessions, doorkeeper, new FirstPassword(dataDirectory));
        Gate gate = new Gate(
                doorkeeper,
                store,
                sessions,
                new Gate.Tables(table, FieldTable.read(dataDirectory)),
                new Gate.Known(this::leads, id -> Optional.empty()));
        Passkeys passkeys = new Passkeys(new JpaPasskeyStore(entities, seal), Optional.empty(), audit, clock);
        factors = new SecondFactors(
                new JpaSecondFactorStore(entities, seal), rules.secondFactorRoles(), sessions, passkeys, clock);
        SignOn signOn = new SignOn(doorkeeper, factors, delays, rules.places(), sessions);
        RequestVisibility visibility = new RequestVisibility();
        probe.visibility = visibility;
        Cursors cursors = new Cursors();
        Texts texts = new Texts(FakeRegistry::new);
        ChannelAddressViews shown = new ChannelAddressViews(channelAddresses, channels, texts);
        ApiTokens apiTokens = new ApiTokens(tokens, table, Duration.ofDays(180), clock);
        gauges = apiTokens::gauges;
        logFolder = dataDirectory.resolve("audit-" + UUID.randomUUID());
        log = AuditLog.open(logFolder, "test", clock);
        server = new MemoryServer(
                visibility,
                texts,
                new AuditFilter(log, audit),
                new AccessFilter(
                        gate,
                        visibility,
                        audit,
                        signOn,
                        new CallRules(rules.certificatesForTokens(), rules.limits(), clock)),
                new IdempotencyFilter(new DatabaseIdempotencyStore(database, seal, clock), visibility),
                new TextsResource(texts),
                new SessionResource(gate, signOn, accounts, visibility, audit),
                new ProviderResource(
                        new ProviderSignOn(rules.provider(), new ProviderAttempts(clock), outside, store, signOn),
                        accounts,
                        new SessionViews(gate, signOn),
                        audit),
                new SecondFactorResource(factors, signOn, accounts, gate, visibility),
                new PasskeyResource(passkeys, signOn, accounts, gate, visibility),
                new SessionsResource(gate, cursors, visibility),
                new UserSessionsResource(gate, accounts, cursors),
                new UserOriginResource(accounts, outside, visibility),
                new UsersResource(accounts, factors, table, cursors, visibility),
                new OwnMailAddressResource(accounts, addresses, visibility),
                new UserMailAddressResource(accounts, addresses),
                new OwnChannelsResource(accounts, channelAddresses, shown, visibility),
                new UserChannelsResource(accounts, channelAddresses, shown),
                new TokensResource(apiTokens, cursors, visibility),
                probe);
    }

    /** Plain JDBC, each call on a connection of its own. */
    private static Database plain(DataSource source) {
        return new Database() {
            @Override
            public <T> T call(Work<T> work) {
                try (Connection connection = source.getConnection()) {
                    return work.on(connection);
                } catch (SQLException e) {
                    throw new DatabaseException(e);
                }
            }

            @Override
            public void afterCommit(Runnable action) {
                action.run();
            }
        };
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
        cookie = reply.header("Set-Cookie").split(";", -1)[0];
        server.with("Cookie", cookie);
    }

    /** Returns the cookie that the server was given last. */
    String cookie() {
        return cookie;
    }

    AuditEvent lastAudited() {
        return new AuditSearch(logFolder)
                .latest(AuditQuery.all(), Long.MAX_VALUE, 1)
                .get(0)
                .event();
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
    record Rules(
            Set<Role> secondFactorRoles,
            AdministratorPlaces places,
            Directory directory,
            GroupRules groups,
            SubsidiaryCodes codes,
            OutsideAccounts.Vouching vouching,
            Optional<OidcProvider> provider,
            LimitSettings limits,
            boolean certificatesForTokens) {

        Rules(Set<Role> secondFactorRoles, AdministratorPlaces places) {
            this(
                    secondFactorRoles,
                    places,
                    (username, password) -> Optional.empty(),
                    new GroupRules(List.of(), false),
                    code -> Optional.empty(),
                    new OutsideAccounts.Vouching(false, ""),
                    Optional.empty(),
                    new LimitSettings(0, 0, 0),
                    false);
        }

        Rules with(LimitSettings other, boolean certificates) {
            return new Rules(
                    secondFactorRoles, places, directory, groups, codes, vouching, provider, other, certificates);
        }

        Rules with(Directory other, GroupRules rules, SubsidiaryCodes subsidiaries) {
            return new Rules(
                    secondFactorRoles,
                    places,
                    other,
                    rules,
                    subsidiaries,
                    new OutsideAccounts.Vouching(true, ""),
                    provider,
                    limits,
                    certificatesForTokens);
        }

        Rules with(OidcProvider known, String issuer, GroupRules rules) {
            return new Rules(
                    secondFactorRoles,
                    places,
                    directory,
                    rules,
                    codes,
                    new OutsideAccounts.Vouching(false, issuer),
                    Optional.of(known),
                    limits,
                    certificatesForTokens);
        }
    }

    /** Who knows people elsewhere. */
    interface Directory {
        Optional<Outsider> check(String username, char[] password);
    }

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
