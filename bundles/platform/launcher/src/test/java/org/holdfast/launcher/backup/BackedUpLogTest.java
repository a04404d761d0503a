package org.holdfast.launcher.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.holdfast.launcher.audit.AuditEntry;
import org.holdfast.launcher.audit.AuditEvent;
import org.holdfast.launcher.audit.AuditFolder;
import org.holdfast.launcher.audit.AuditLog;
import org.holdfast.launcher.audit.AuditQuery;
import org.holdfast.launcher.audit.AuditSearch;
import org.holdfast.launcher.audit.AuditVerifier;
import org.holdfast.launcher.audit.SigningKeys;
import org.holdfast.launcher.config.Configuration;
import org.holdfast.launcher.database.DatabaseAddress;
import org.holdfast.launcher.database.Migration;
import org.holdfast.launcher.start.DataDirectory;
import org.holdfast.launcher.start.StartFailure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The audit log goes into backups, and no restore puts an older one over a newer one. */
class BackedUpLogTest {
    private static final Clock MONDAY = Clock.fixed(Instant.parse("2026-11-23T02:00:00Z"), ZoneOffset.UTC);
    private static final Clock TUESDAY = Clock.offset(MONDAY, Duration.ofDays(1));
    private static final SigningKeys.Encoded KEY = SigningKeys.create();

    @TempDir
    Path folder;

    private Configuration first;

    @BeforeEach
    void fill() throws IOException {
        first = installation("first");
        SigningKeys.publish(log(first), KEY.publicKey());
        Files.writeString(AuditFolder.keys(log(first)).resolve("signing-key.sealed"), "sealed on monday");
        write(first, "monday.1", "monday.2");
    }

    @Test
    void aBackupTakesTheLogElsewhereAndTheRestoreStandsInIt() throws IOException {
        BackupPair files = backup(first, "monday");
        Configuration second = installation("second");

        String said = restore(second, files, TUESDAY);

        assertThat(said).isEqualTo("restore.log.taken");
        assertThat(actions(second))
                .containsExactly(
                        "monday.1 done",
                        "monday.2 done",
                        "backup.made begun",
                        "backup.restored begun",
                        "backup.restored done");
        assertThat(entries(second).get(4).event().details())
                .containsEntry("backupOf", "2026-11-23T02:00:00Z")
                .containsEntry("log", "taken");
        assertThat(verifies(second)).isTrue();
    }

    @Test
    void anOlderLogNeverTakesThePlaceOfANewerOne() throws IOException {
        BackupPair files = backup(first, "monday");
        write(first, "tuesday.1");

        String said = restore(first, files, TUESDAY);

        assertThat(said).isEqualTo("restore.log.kept");
        assertThat(actions(first))
                .containsExactly(
                        "monday.1 done",
                        "monday.2 done",
                        "backup.made begun",
                        "backup.made done",
                        "tuesday.1 done",
                        "backup.restored begun",
                        "backup.restored done");
        assertThat(verifies(first)).isTrue();
    }

    @Test
    void aLogThatEndedEarlierGoesOnAsTheOneInTheBackup() throws IOException {
        DataDirectory.copyTree(log(first), folder.resolve("earlier"));
        write(first, "monday.3");
        BackupPair files = backup(first, "monday");
        DataDirectory.deleteTree(log(first));
        DataDirectory.copyTree(folder.resolve("earlier"), log(first));

        assertThat(restore(first, files, TUESDAY)).isEqualTo("restore.log.taken");

        assertThat(actions(first)).contains("monday.3 done", "backup.restored done");
        assertThat(first.dataDirectory().resolve("replaced-20261124T020000").resolve("audit"))
                .isDirectory();
    }

    @Test
    void theLogOfAnotherServerNeverTakesThePlaceOfOneThatIsThere() throws IOException {
        Configuration other = installation("other");
        SigningKeys.publish(log(other), SigningKeys.create().publicKey());
        write(other, "elsewhere.1", "elsewhere.2", "elsewhere.3", "elsewhere.4", "elsewhere.5");
        BackupPair files = backup(other, "other");

        assertThat(restore(first, files, TUESDAY)).isEqualTo("restore.log.kept");

        assertThat(actions(first)).contains("monday.2 done").doesNotContain("elsewhere.1 done");
    }

    @Test
    void aLogThatDoesNotOpenIsSetAsideAsEvidence() throws IOException {
        BackupPair files = backup(first, "monday");
        Path entries = log(first).resolve("entries-000000000000.jsonl");
        Files.writeString(entries, "", StandardOpenOption.TRUNCATE_EXISTING);
        Files.writeString(entries, "{\"index\":0}\n");

        assertThat(restore(first, files, TUESDAY)).isEqualTo("restore.log.setAside");

        assertThat(actions(first)).contains("monday.2 done", "backup.restored done");
        assertThat(first.dataDirectory()
                        .resolve("replaced-20261124T020000")
                        .resolve("audit")
                        .resolve("entries-000000000000.jsonl"))
                .hasContent("{\"index\":0}");
    }

    @Test
    void theSigningKeyIsTheOneThatTheRestoredKeysOpen() throws IOException {
        BackupPair files = backup(first, "monday");
        Path sealed = AuditFolder.keys(log(first)).resolve("signing-key.sealed");
        Files.writeString(sealed, "sealed on tuesday");
        write(first, "tuesday.1");

        restore(first, files, TUESDAY);

        assertThat(sealed).hasContent("sealed on monday");
        assertThat(first.dataDirectory()
                        .resolve("replaced-20261124T020000")
                        .resolve("audit")
                        .resolve("keys")
                        .resolve("signing-key.sealed"))
                .hasContent("sealed on tuesday");
    }

    @Test
    void aBackupIsVerifiedTogetherWithTheLogInIt() throws IOException {
        BackupPair good = backup(first, "good");
        Path entries = log(first).resolve("entries-000000000000.jsonl");
        Files.writeString(entries, Files.readString(entries).replace("monday.2", "sunday.2"));
        BackupPair altered = backup(first, "altered");

        assertThat(backups(first, MONDAY).verify(good.data())).isEqualTo(BackupKind.DATA);
        assertThatThrownBy(() -> backups(first, MONDAY).verify(altered.data()))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("The audit log in")
                .hasMessageContaining("Entry 1");
    }

    @Test
    void aBackupThatFailsStandsInTheLog() {
        assertThatThrownBy(() -> backup(first, "no/such/folder")).isInstanceOf(StartFailure.class);

        assertThat(actions(first)).endsWith("backup.made begun", "backup.made failed");
    }

    private Configuration installation(String name) throws IOException {
        Configuration configuration = Configuration.read(folder.resolve(name), Map.of(), Map.of());
        if (name.equals("second")) {
            return configuration;
        }
        DataDirectory.createPrivate(configuration.dataDirectory().resolve("keys"));
        new Migration(DatabaseAddress.main(configuration), "db/changelog.xml").run();
        new Migration(DatabaseAddress.keys(configuration), "db/keys.xml").run();
        BackupsTest.close(DatabaseAddress.main(configuration));
        BackupsTest.close(DatabaseAddress.keys(configuration));
        return configuration;
    }

    private static Path log(Configuration configuration) {
        return AuditFolder.of(configuration.dataDirectory());
    }

    private static void write(Configuration configuration, String... actions) {
        try (AuditLog open = AuditLog.open(log(configuration), "holdfast", MONDAY)) {
            open.signWith(SigningKeys.signer(KEY));
            for (String action : actions) {
                open.append(AuditEvent.byServer(action, AuditEvent.DONE, Map.of()));
            }
        }
    }

    private static List<AuditEntry> entries(Configuration configuration) {
        List<AuditEntry> entries =
                new ArrayList<>(new AuditSearch(log(configuration)).latest(AuditQuery.all(), Long.MAX_VALUE, 99));
        Collections.reverse(entries);
        return entries;
    }

    private static List<String> actions(Configuration configuration) {
        return entries(configuration).stream()
                .map(entry -> entry.event().action() + ' ' + entry.event().outcome())
                .toList();
    }

    private static boolean verifies(Configuration configuration) throws IOException {
        Path log = log(configuration);
        return new AuditVerifier(log, SigningKeys.read(AuditFolder.keys(log)))
                .verify(null)
                .intact();
    }

    private static Backups backups(Configuration configuration, Clock clock) {
        return new Backups(configuration, null, clock);
    }

    private BackupPair backup(Configuration configuration, String name) {
        return backups(configuration, MONDAY).make(folder.resolve(name), Optional.empty(), share -> {});
    }

    private static String restore(Configuration to, BackupPair files, Clock clock) {
        return backups(to, clock).restore(files.data(), Optional.empty(), true, share -> {});
    }
}
