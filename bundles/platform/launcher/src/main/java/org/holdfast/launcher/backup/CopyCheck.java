package org.holdfast.launcher.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.h2.tools.Restore;
import org.holdfast.launcher.audit.AuditFolder;
import org.holdfast.launcher.audit.AuditVerdict;
import org.holdfast.launcher.audit.AuditVerifier;
import org.holdfast.launcher.audit.SigningKeys;
import org.holdfast.launcher.database.DatabaseAddress;
import org.holdfast.launcher.database.Migration;
import org.holdfast.launcher.start.DataDirectory;
import org.holdfast.launcher.start.StartFailure;
import org.holdfast.launcher.text.Message;
import org.jspecify.annotations.Nullable;

/** Finds out whether a copy of a database opens, without touching any server or database. */
final class CopyCheck {
    /** The embedded database, in a manifest. */
    static final String EMBEDDED = "h2";

    /** The other one. */
    static final String POSTGRESQL = "postgresql";

    private final @Nullable Path programs;

    /**
     * Creates it.
     *
     * @param programs folder of PostgreSQL's programs; null for the search path
     */
    CopyCheck(@Nullable Path programs) {
        this.programs = programs;
    }

    /**
     * Unpacks a backup, while every digest is compared, and opens the copy of the database in it.
     *
     * @param file the backup
     * @throws StartFailure where it is not whole or does not open
     */
    void verify(BackupFile file) {
        try {
            Path scratch = Files.createTempDirectory("holdfast-verify");
            try {
                Path folder = Files.createDirectory(scratch.resolve("file"));
                file.extract(folder);
                check(file, folder.resolve(Restoration.DATABASE), scratch);
                checkLog(file, Restoration.packedLog(folder));
            } finally {
                DataDirectory.deleteTree(scratch);
            }
        } catch (IOException e) {
            throw new StartFailure(e, "failure.temporaryFolder");
        }
    }

    /** Verifies the audit log of a backup with the public keys beside it; without a signature there is nothing to say. */
    private static void checkLog(BackupFile file, Path log) throws IOException {
        if (!Files.exists(log)) {
            return;
        }
        AuditVerdict verdict = new AuditVerifier(log, SigningKeys.read(AuditFolder.keys(log))).verify(null);
        if (!verdict.intact() && verdict.result() != AuditVerdict.Result.UNSIGNED) {
            throw new StartFailure(
                    "failure.backupLog",
                    file.path(),
                    Message.of(verdict.result().textKey(), verdict.entries(), verdict.first(), verdict.file()));
        }
    }

    /**
     * Opens a copy. What an embedded database needs to take its place is left in the scratch folder, laid out like a
     * data directory.
     *
     * @param file the backup it is from
     * @param copy the copy
     * @param scratch a folder
     */
    void check(BackupFile file, Path copy, Path scratch) {
        BackupKind kind = file.manifest().is(BackupKind.KEYS) ? BackupKind.KEYS : BackupKind.DATA;
        switch (file.manifest().database()) {
            case EMBEDDED -> {
                Path place = EmbeddedCopy.place(scratch, kind);
                Restore.execute(
                        copy.toString(), EmbeddedCopy.folder(scratch, kind).toString(), null);
                new Migration(
                                DatabaseAddress.embedded(place).readOnly(),
                                kind == BackupKind.DATA ? "db/changelog.xml" : "db/keys.xml")
                        .look();
            }
            case POSTGRESQL -> PostgresPrograms.list(programs, copy);
            default -> throw new StartFailure("failure.noBackup", file.path());
        }
    }
}
