package org.holdfast.launcher.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.holdfast.launcher.audit.AuditEntry;
import org.holdfast.launcher.audit.AuditFolder;
import org.holdfast.launcher.audit.AuditQuery;
import org.holdfast.launcher.audit.AuditSearch;
import org.holdfast.launcher.config.Configuration;
import org.holdfast.launcher.database.DatabaseAddress;
import org.holdfast.launcher.database.Migration;
import org.holdfast.launcher.start.DataDirectory;
import org.holdfast.launcher.start.StartFailure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdministratorRecoveryTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-25T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path home;

    private Configuration configuration;

    @BeforeEach
    void fill() throws SQLException {
        configuration = Configuration.read(home, Map.of(), Map.of());
        DatabaseAddress address = DatabaseAddress.main(configuration);
        new Migration(address, "db/changelog.xml").run();
        try (Connection connection = connect(address)) {
            add(connection, "admin", "securityAdmin,systemAdmin");
            add(connection, "mei", "groupHr");
            try (Statement statement = connection.createStatement()) {
                statement.execute("SHUTDOWN");
            }
        }
    }

    @Test
    void aSecurityAdministratorGetsAOneTimePasswordWhileTheServerIsStopped() throws SQLException {
        String password = new AdministratorRecovery(configuration, NOON).resetPassword(" Admin ");

        assertThat(password).hasSizeGreaterThanOrEqualTo(20);
        try (Connection connection = connect(DatabaseAddress.main(configuration));
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT password_hash, must_change, version FROM access_user WHERE username = 'admin'")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getString(1)).startsWith("$shiro1$SHA-512$").doesNotContain(password);
            assertThat(row.getBoolean(2)).isTrue();
            assertThat(row.getLong(3)).isEqualTo(2);
            statement.execute("SHUTDOWN");
        }
    }

    @Test
    void nobodyElseGetsOneAndNobodyWhileTheServerRuns() {
        AdministratorRecovery recovery = new AdministratorRecovery(configuration, NOON);

        assertThatThrownBy(() -> recovery.resetPassword("mei"))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("No security administrator is named mei");
        try (DataDirectory running = new DataDirectory(configuration.dataDirectory())) {
            running.lock();
            assertThatThrownBy(() -> recovery.resetPassword("admin"))
                    .isInstanceOf(StartFailure.class)
                    .hasMessageContaining("used by another running server");
        }
    }

    @Test
    void itStandsInTheAuditLogByTheAccountsRandomIdAndSoDoesARefusal() throws SQLException {
        AdministratorRecovery recovery = new AdministratorRecovery(configuration, NOON);
        recovery.resetPassword("admin");
        assertThatThrownBy(() -> recovery.resetPassword("mei")).isInstanceOf(StartFailure.class);

        List<AuditEntry> entries = new AuditSearch(AuditFolder.of(configuration.dataDirectory()))
                .latest(AuditQuery.all(), Long.MAX_VALUE, 9);

        assertThat(entries)
                .extracting(
                        entry -> entry.event().action() + ' ' + entry.event().outcome())
                .containsExactly(
                        "user.resetPassword failed",
                        "user.resetPassword begun",
                        "user.resetPassword done",
                        "user.resetPassword begun");
        assertThat(entries.get(2).event().details()).containsKey("user");
        assertThat(entries.get(2).event().actor().id()).isEqualTo("local");
        assertThat(entries.toString()).doesNotContain("admin", "mei");
    }

    @Test
    void aSecurityAdministratorWhoHasLostTheSecondFactorIsRidOfItWithTheServerStoppedAndNobodyElseIs()
            throws SQLException {
        AdministratorRecovery recovery = new AdministratorRecovery(configuration, NOON);
        recovery.removeSecondFactor(" Admin ");

        for (String name : new String[] {"admin", "mei", "nobody"}) {
            assertThatThrownBy(() -> recovery.removeSecondFactor(name))
                    .isInstanceOf(StartFailure.class)
                    .hasMessageContaining("No security administrator with a second factor is named " + name);
        }
        try (Connection connection = connect(DatabaseAddress.main(configuration));
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT u.username FROM access_second_factor f"
                        + " JOIN access_passkey p ON p.account_id = f.account_id"
                        + " JOIN access_user u ON u.id = p.account_id")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getString(1)).isEqualTo("mei");
            assertThat(row.next()).isFalse();
            statement.execute("SHUTDOWN");
        }
    }

    private static Connection connect(DatabaseAddress address) throws SQLException {
        return DriverManager.getConnection(address.url(), address.user(), address.password());
    }

    private static void add(Connection connection, String name, String roles) throws SQLException {
        UUID id = UUID.randomUUID();
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO access_user (id, username, password_hash, roles, subsidiaries, language, must_change,"
                        + " active, version) VALUES (?, ?, 'x', ?, '', 'en', FALSE, TRUE, 1)")) {
            insert.setObject(1, id);
            insert.setString(2, name);
            insert.setString(3, roles);
            insert.executeUpdate();
        }
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO access_second_factor (account_id, secret, confirmed, last_step, recovery_codes, created_at)"
                        + " VALUES (?, X'00', TRUE, 1, '', CURRENT_TIMESTAMP)")) {
            insert.setObject(1, id);
            insert.executeUpdate();
        }
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO access_passkey (id, account_id, fingerprint, credential, rp_id, name, sign_count,"
                        + " backup_eligible, created_at) VALUES (?, ?, ?, X'00', 'localhost', X'00', 0, FALSE,"
                        + " CURRENT_TIMESTAMP)")) {
            insert.setObject(1, UUID.randomUUID());
            insert.setObject(2, id);
            insert.setString(3, name);
            insert.executeUpdate();
        }
    }
}
