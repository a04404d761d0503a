package org.holdfast.launcher.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.holdfast.api.protection.WrappedKey;
import org.holdfast.launcher.config.Configuration;
import org.holdfast.launcher.config.Setting;
import org.holdfast.launcher.database.DatabaseAddress;
import org.holdfast.launcher.database.Migration;
import org.holdfast.launcher.start.StartFailure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an administrator learns about the keys of a stopped server. */
class StoppedKeysTest {
    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2026-03-01T00:00:00Z");

    @TempDir
    Path home;

    private Configuration configuration;

    @BeforeEach
    void read() {
        configuration = Configuration.read(home, Map.of(), Map.of());
    }

    @Test
    void theStoreTellsRootKeyAndNumberAndAgeOfEachLevel() throws SQLException {
        UUID subsidiary = UUID.randomUUID();
        fill(connection -> {
            root(connection, "former", FIRST);
            root(connection, "current", LAST);
            key(connection, subsidiary, subsidiary, FIRST);
            key(connection, subsidiary, UUID.randomUUID(), FIRST);
            key(connection, subsidiary, UUID.randomUUID(), LAST);
        });

        JsonNode status = new StoppedKeys(configuration).status();

        assertThat(status.path("state").asText()).isEqualTo("stopped");
        assertThat(status.path("root").toString())
                .isEqualTo("{\"kind\":\"pkcs12\",\"id\":\"current\",\"since\":\"2026-03-01T00:00:00Z\"}");
        assertThat(status.path("subsidiary").path("keys").asLong()).isEqualTo(1);
        assertThat(status.path("person").toString())
                .isEqualTo("{\"keys\":2,\"oldest\":\"2026-01-01T00:00:00Z\",\"newest\":\"2026-03-01T00:00:00Z\"}");
    }

    @Test
    void theSuiteOfEachSubsidiaryIsToldAndWhereTheSettingsSayAnother() throws SQLException {
        UUID shanghai = UUID.randomUUID();
        UUID munich = UUID.randomUUID();
        byte[] wrapped =
                WrappedKey.ofSuite("k", "s", "SM4-GCM", new byte[] {1, 2}).bytes();
        fill(connection -> {
            key(connection, shanghai, shanghai, FIRST);
            key(connection, munich, munich, FIRST);
            try (PreparedStatement update =
                    connection.prepareStatement("UPDATE wrapped_key SET wrapped = ? WHERE owner_id = ?")) {
                update.setBytes(1, wrapped);
                update.setObject(2, shanghai);
                update.executeUpdate();
            }
        });
        DatabaseAddress main = DatabaseAddress.main(configuration);
        new Migration(main, "db/changelog.xml").run();
        try (Connection connection = DriverManager.getConnection(main.url(), main.user(), main.password());
                Statement statement = connection.createStatement()) {
            for (Map.Entry<UUID, String> one :
                    Map.of(shanghai, "SH01", munich, "MUC").entrySet()) {
                statement.execute("INSERT INTO subsidiary (id, code, name, country, industry, timezone, language,"
                        + " sandbox) VALUES ('" + one.getKey() + "', '" + one.getValue()
                        + "', 'Firm', 'CN', 'tech', 'Asia/Shanghai', 'zh', FALSE)");
            }
            statement.execute("SHUTDOWN");
        }
        Configuration chosen = configuration.with(Map.of(Setting.KEY_SUITES, "SH02=SM4-GCM, *=AES-256-GCM"));

        JsonNode status = new StoppedKeys(chosen).status();

        assertThat(status.path("suites").toString())
                .isEqualTo(
                        "[{\"subsidiary\":\"MUC\",\"suite\":\"AES-256-GCM\",\"wanted\":\"AES-256-GCM\",\"known\":true},"
                                + "{\"subsidiary\":\"SH01\",\"suite\":\"SM4-GCM\",\"wanted\":\"AES-256-GCM\",\"known\":true},"
                                + "{\"subsidiary\":\"SH02\",\"suite\":null,\"wanted\":\"SM4-GCM\",\"known\":false}]");
    }

    @Test
    void anEmptyStoreTellsThatThereIsNoKeyYet() throws SQLException {
        fill(connection -> {});

        JsonNode status = new StoppedKeys(configuration).status();

        assertThat(status.path("root").isNull()).isTrue();
        assertThat(status.path("person").toString()).isEqualTo("{\"keys\":0,\"oldest\":null,\"newest\":null}");
    }

    @Test
    void withoutAStoreItSaysSoAndMakesNone() {
        assertThatThrownBy(() -> new StoppedKeys(configuration).status())
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("holds no key store");
        assertThat(configuration.dataDirectory().resolve("keys")).doesNotExist();
    }

    private interface Filling {
        void into(Connection connection) throws SQLException;
    }

    private void fill(Filling filling) throws SQLException {
        DatabaseAddress address = DatabaseAddress.keys(configuration);
        new Migration(address, "db/keys.xml").run();
        try (Connection connection = DriverManager.getConnection(address.url(), address.user(), address.password());
                Statement statement = connection.createStatement()) {
            filling.into(connection);
            statement.execute("SHUTDOWN");
        }
    }

    private static void root(Connection connection, String id, Instant since) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO root_key (root_id, created_at) VALUES (?, ?)")) {
            insert.setString(1, id);
            insert.setTimestamp(2, Timestamp.from(since));
            insert.executeUpdate();
        }
    }

    private static void key(Connection connection, UUID subsidiary, UUID owner, Instant made) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO wrapped_key"
                + " (owner_id, subsidiary_id, key_id, wrapped, created_at) VALUES (?, ?, 'k', X'00', ?)")) {
            insert.setObject(1, owner);
            insert.setObject(2, subsidiary);
            insert.setTimestamp(3, Timestamp.from(made));
            insert.executeUpdate();
        }
    }
}
