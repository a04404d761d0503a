package org.holdfast.core.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.holdfast.api.protection.CipherSuite;
import org.holdfast.api.protection.KeyRingSealedException;
import org.holdfast.core.fixture.LocalDatabase;
import org.holdfast.core.platform.rest.SealState.Reason;
import org.holdfast.core.platform.rest.SealState.Seal;
import org.holdfast.launcher.config.SuiteSettings;
import org.holdfast.launcher.keys.KeyRotation;
import org.holdfast.launcher.keys.StoredSuites;
import org.holdfast.launcher.text.Message;
import org.holdfast.protection.sm4.Sm4Suite;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Subsidiaries of two cipher suites in one store. The keys of the second one are of SM4-GCM. */
@SuppressWarnings("NullAway.Init") // JUnit sets the fields
class CipherSuitesTest {
    @TempDir
    Path home;

    private DataSource store;
    private KeySite site;

    @BeforeEach
    void begin() {
        store = KeySite.migrated(KeySite.inMemory());
        site = new KeySite(home, store);
        assertThat(site.start()).isEmpty();
        site.hire(KeySite.FIRST);
        site.hire(KeySite.SECOND);
    }

    @AfterEach
    void end() {
        site.close();
    }

    @Test
    void keysKeepTheSuiteTheyWereMadeOfWhateverTheSettingsSayAndThroughEveryRotation() {
        Map<UUID, String> made = Map.of(KeySite.FIRST, "AES-256-GCM", KeySite.SECOND, "SM4-GCM");
        assertThat(stored()).isEqualTo(made);
        site.suites.clear();
        site.suites.put(KeySite.FIRST, "SM4-GCM");

        site.rotate(KeyRotation.SUBSIDIARY);
        site.rotate(KeyRotation.ROOT);
        site.hire(KeySite.FIRST);
        site.hire(KeySite.SECOND);
        assertThat(site.start()).isEmpty();

        assertThat(stored()).isEqualTo(made);
        site.everythingIsReadable();
    }

    @Test
    @Tag("O20")
    void whileTheBundleOfASuiteIsGoneTheServerIsSealedAndNothingIsLost() {
        CipherSuite suite = site.registry.all(CipherSuite.class).get(0).service();
        CurrentKeyRing current = site.current(site.registry);
        assertThat(current.isOpen()).isTrue();

        site.registry.without(suite);

        assertThat(current.seal().map(Seal::reason)).contains(Reason.NO_SUITE);
        assertThat(site.look().map(Message::toString).orElseThrow()).contains("SM4-GCM", "org.holdfast.protection.sm4");
        assertThatThrownBy(() -> site.hire(KeySite.SECOND)).isInstanceOf(KeyRingSealedException.class);
        assertThatThrownBy(site::everythingIsReadable).isInstanceOf(KeyRingSealedException.class);

        site.registry.with(new Sm4Suite());

        assertThat(current.isOpen()).isTrue();
        site.everythingIsReadable();
        site.hire(KeySite.SECOND);
    }

    @Test
    void aPersonOfSuchASubsidiaryIsErasedAsOthersAre() {
        UUID person = site.hire(KeySite.SECOND);

        site.erase(KeySite.SECOND, person);

        site.isGone(KeySite.SECOND, person);
        site.everythingIsReadable();
    }

    @Test
    void theSettingIsAskedByTheCodeOfTheSubsidiaryAndNobodyGuesses() {
        SuiteSettings settings = new SuiteSettings("AES-256-GCM", Map.of("SH01", "SM4-GCM"));
        try (LocalDatabase database = LocalDatabase.fresh()) {
            database.run(connection -> subsidiary(connection, KeySite.FIRST, "MUC"));
            database.run(connection -> subsidiary(connection, KeySite.SECOND, "SH01"));
            SuiteChoice choice = new SuiteChoice(settings, database);

            assertThat(choice.of(KeySite.FIRST)).isEqualTo("AES-256-GCM");
            assertThat(choice.of(KeySite.SECOND)).isEqualTo("SM4-GCM");
            assertThat(choice.of(new UUID(0, 0))).isEqualTo("AES-256-GCM");
            assertThatThrownBy(() -> choice.of(new UUID(9, 9))).isInstanceOf(IllegalStateException.class);
        }
    }

    private Map<UUID, String> stored() {
        try (Connection connection = store.getConnection()) {
            return StoredSuites.read(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void subsidiary(Connection connection, UUID id, String code) throws SQLException {
        String sql = "insert into subsidiary (id, code, name, country, industry, timezone, language, sandbox)"
                + " values (?, ?, 'Firm', 'CN', 'tech', 'Asia/Shanghai', 'zh', false)";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            List<Object> values = List.of(id, code);
            for (int i = 0; i < values.size(); i++) {
                insert.setObject(i + 1, values.get(i));
            }
            insert.executeUpdate();
        }
    }
}
