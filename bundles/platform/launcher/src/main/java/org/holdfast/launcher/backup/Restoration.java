package org.holdfast.launcher.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleConsumer;
import java.util.stream.Stream;
import org.holdfast.launcher.audit.AuditFolder;
import org.holdfast.launcher.shred.ShredFailure;
import org.holdfast.launcher.shred.ShredLedger;
import org.holdfast.launcher.start.CommandAudit;
import org.holdfast.launcher.start.DataDirectory;
import org.holdfast.launcher.start.StartFailure;

/**
 * Puts a backup back: unpacks it beside what is there, looks whether it opens, and only then lets it take its place. A
 * server refuses to start on a directory in which that was begun and not ended.
 */
final class Restoration {
    /** Name of a database's copy inside a backup. */
    static final String DATABASE = "database.copy";

    /** Begin of the names of the other files inside a backup. */
    static final String FILES = "files/";

    private final DataDirectory data;
    private final DatabaseCopy database;
    private final CopyCheck check;
    private final Clock clock;

    /**
     * Names where to put it.
     *
     * @param data the data directory, locked by the caller
     * @param database its databases
     * @param check tells whether a copy opens
     * @param clock the clock
     */
    Restoration(DataDirectory data, DatabaseCopy database, CopyCheck check, Clock clock) {
        this.data = data;
        this.database = database;
        this.check = check;
        this.clock = clock;
    }

    /**
     * Puts a backup back.
     *
     * @param dataFile the data
     * @param keysFile the wrapped keys
     * @param force whether to set aside what is there, and to take keys that should not be kept any more
     * @param progress told the share that is done, 0 to 1
     * @return which audit log goes on
     */
    RestoredLog.Choice run(BackupFile dataFile, BackupFile keysFile, boolean force, DoubleConsumer progress) {
        refuseUnfit(dataFile, keysFile, force);
        if (!force && !database.isEmpty()) {
            throw new StartFailure("failure.notEmpty", data.path());
        }
        Path scratch = scratch();
        try {
            DataDirectory.deleteTree(scratch);
            Path unpacked = unpack(scratch, dataFile, BackupKind.DATA);
            progress.accept(0.3);
            Path unpackedKeys = unpack(scratch, keysFile, BackupKind.KEYS);
            progress.accept(0.5);
            RestoredLog.Choice log = new RestoredLog(data.path(), packedLog(unpacked), aside(), clock).settle();
            Map<String, String> details = Map.of(
                    "backupOf",
                    dataFile.manifest().created().toString(),
                    "log",
                    log.name().toLowerCase(Locale.ROOT));
            try (CommandAudit audit = CommandAudit.begin(data, clock, "backup.restored", details)) {
                replace(unpacked, unpackedKeys, audit);
                audit.done(details);
            }
            data.markRestored();
            progress.accept(1);
            DataDirectory.deleteTree(scratch);
            return log;
        } catch (IOException e) {
            throw new StartFailure(e, "failure.restoreWrite", data.path());
        }
    }

    private void replace(Path unpacked, Path unpackedKeys, CommandAudit audit) throws IOException {
        boolean replaced = false;
        try {
            data.markRestoring();
            database.replace(scratch(), unpacked.resolve(DATABASE), unpackedKeys.resolve(DATABASE));
            putBack(unpacked.resolve(FILES));
            shredAgain(List.of(unpacked.resolve(FILES), unpackedKeys.resolve(FILES)));
            replaced = true;
        } finally {
            if (!replaced) {
                audit.failed();
            }
        }
    }

    private Path scratch() {
        return data.run().resolve("restore");
    }

    /** The audit log in an unpacked backup. */
    static Path packedLog(Path unpacked) {
        return AuditFolder.of(unpacked.resolve(FILES));
    }

    private Path aside() {
        return data.path()
                .resolve("replaced-"
                        + DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss")
                                .withZone(ZoneOffset.UTC)
                                .format(clock.instant()));
    }

    private void putBack(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            Path log = AuditFolder.of(folder);
            Path ledger = ShredLedger.file(folder);
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(log) && !file.equals(ledger))
                    .toList()) {
                Path target = data.path().resolve(folder.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    /**
     * Destroys the keys of those who were erased since the backup was made. The ledger of the data directory is not
     * replaced: it takes in what the backup's ledgers know besides, so that an empty directory knows it, too.
     */
    private void shredAgain(List<Path> folders) {
        try (ShredLedger ledger = ShredLedger.open(data.path())) {
            folders.forEach(folder -> ShredLedger.read(ShredLedger.file(folder)).forEach(ledger::add));
            database.shred(ledger.all());
        } catch (ShredFailure e) {
            throw new StartFailure(e, "failure.shredLedger", ShredLedger.file(data.path()));
        }
    }

    private void refuseUnfit(BackupFile dataFile, BackupFile keysFile, boolean force) {
        demand(dataFile, BackupKind.DATA);
        demand(keysFile, BackupKind.KEYS);
        if (keysFile.manifest().created().isBefore(dataFile.manifest().created())) {
            throw new StartFailure("failure.keysOlder", keysFile.path(), dataFile.path());
        }
        if (!force && keysFile.manifest().expired(clock.instant())) {
            throw new StartFailure("failure.keysExpired", keysFile.path());
        }
    }

    private void demand(BackupFile file, BackupKind kind) {
        if (!file.manifest().is(kind)) {
            throw new StartFailure(kind.absentKey(), file.path());
        }
        if (!file.manifest().database().equals(database.name())) {
            throw new StartFailure(
                    "failure.backupDatabase", file.path(), file.manifest().database(), database.name());
        }
    }

    private Path unpack(Path scratch, BackupFile file, BackupKind kind) throws IOException {
        Path folder = scratch.resolve(kind.code() + "-file");
        DataDirectory.createPrivate(folder);
        file.extract(folder);
        check.check(file, folder.resolve(DATABASE), scratch);
        return folder;
    }
}
