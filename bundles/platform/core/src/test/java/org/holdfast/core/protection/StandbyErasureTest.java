package org.holdfast.core.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.holdfast.core.protection.KeySite.FIRST;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.holdfast.api.HoldfastException;
import org.holdfast.core.protection.Vault.Cell;
import org.holdfast.launcher.fixture.ReplicatedPostgres;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A standby is a copy of the database that answers within seconds: an erasure reaches it as it is committed. */
@Tag("O14")
class StandbyErasureTest {
    private static final Cell CELL = new Cell("consent", "content", "1", 1);
    private static final byte[] PLAIN = "agreed".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    @Test
    void whoIsErasedIsGoneOnTheStandbyAndStaysGoneWhereItTakesOver() throws IOException, SQLException {
        try (ReplicatedPostgres servers = ReplicatedPostgres.start(folder.resolve("postgres"));
                KeySite site = new KeySite(folder.resolve("one"), KeySite.migrated(servers.primary()))) {
            assertThat(site.start()).isEmpty();
            UUID erased = site.hire(FIRST);
            UUID staying = site.hire(FIRST);
            byte[] ofErased = site.vault.seal(Subject.person(FIRST, erased), CELL, PLAIN);
            byte[] ofStaying = site.vault.seal(Subject.person(FIRST, staying), CELL, PLAIN);
            servers.attach();
            assertThat(keys(servers.standby(), erased)).isEqualTo(1);

            site.erase(FIRST, erased);

            assertThat(keys(servers.standby(), erased)).isZero();
            assertThat(keys(servers.standby(), staying)).isEqualTo(1);
            servers.takeOver();
            // Elsewhere, with the root key and without the ledger of the first server.
            try (KeySite other = new KeySite(folder.resolve("two"), servers.standby())) {
                copy(site.folder(), other.folder());
                assertThat(other.start()).isEmpty();
                assertThat(other.vault.open(Subject.person(FIRST, staying), CELL, ofStaying))
                        .isEqualTo(PLAIN);
                assertThatThrownBy(() -> other.vault.open(Subject.person(FIRST, erased), CELL, ofErased))
                        .isInstanceOfSatisfying(
                                HoldfastException.class,
                                refused -> assertThat(refused.code()).isEqualTo(VaultError.KEY_ABSENT));
            }
        }
    }

    private static int keys(DataSource database, UUID person) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement count =
                        connection.prepareStatement("SELECT COUNT(*) FROM wrapped_key WHERE owner_id = ?")) {
            count.setObject(1, person);
            try (ResultSet row = count.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(from)) {
            for (Path file : files) {
                if (Files.isRegularFile(file)) {
                    Files.copy(file, to.resolve(file.getFileName().toString()));
                }
            }
        }
    }
}
