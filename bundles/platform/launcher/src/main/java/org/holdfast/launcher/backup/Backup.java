package org.holdfast.launcher.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleConsumer;
import java.util.stream.Stream;
import org.holdfast.launcher.audit.AuditFolder;
import org.holdfast.launcher.start.DataDirectory;
import org.holdfast.launcher.start.StartFailure;

/**
 * Copies data and wrapped keys into two files. Neither holds the root key, its passphrase, the technical log, or what a
 * person dropped into the inbox. The audit log goes with the data.
 */
final class Backup {
    private static final String SHRED = "shred";

    /** Files and folders of the data directory that are nobody's secret and belong to the data. */
    private static final List<String> SETTINGS = List.of("bundles.properties", "config", "spool", SHRED);

    private final Path data;
    private final DatabaseCopy database;
    private final Clock clock;

    /**
     * Names what to copy.
     *
     * @param data the data directory
     * @param database its databases
     * @param clock the clock
     */
    Backup(Path data, DatabaseCopy database, Clock clock) {
        this.data = data;
        this.database = database;
        this.clock = clock;
    }

    /**
     * Makes both files. The data is copied first: keys have to be as old as the data or younger.
     *
     * @param target a folder, or a file name that gets a suffix for each file
     * @param progress told the share that is done, 0 to 1
     * @return the files
     */
    BackupPair make(Path target, DoubleConsumer progress) {
        Instant now = clock.instant();
        String base = base(target, now);
        Path scratch = data.resolve("run").resolve("backup");
        try {
            DataDirectory.deleteTree(scratch);
            DataDirectory.createPrivate(scratch);
            BackupPair files = BackupPair.of(base);
            try {
                for (BackupKind kind : BackupKind.values()) {
                    Path copy = scratch.resolve(kind.code());
                    database.dump(kind, copy);
                    progress.accept(kind == BackupKind.DATA ? 0.4 : 0.9);
                    BackupFile.write(files.file(kind), kind, database.name(), now, contents(kind, copy));
                }
            } finally {
                DataDirectory.deleteTree(scratch);
            }
            progress.accept(1);
            return files;
        } catch (IOException e) {
            throw new StartFailure(e, "failure.backupWrite", base);
        }
    }

    private static String base(Path target, Instant now) {
        if (Files.isDirectory(target)) {
            String moment = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'")
                    .withZone(ZoneOffset.UTC)
                    .format(now);
            return target.resolve("holdfast-" + moment).toString();
        }
        return BackupPair.base(target);
    }

    private Map<String, Path> contents(BackupKind kind, Path copy) throws IOException {
        Map<String, Path> files = new LinkedHashMap<>();
        files.put(Restoration.DATABASE, copy);
        // Who was erased stands in both: keys are put back with other data, too.
        if (kind == BackupKind.KEYS) {
            add(files, data.resolve(SHRED));
            return files;
        }
        for (String name : SETTINGS) {
            add(files, data.resolve(name));
        }
        addLog(files, copy.resolveSibling("checkpoints"));
        return files;
    }

    private void add(Map<String, Path> files, Path place) throws IOException {
        if (!Files.exists(place)) {
            return;
        }
        try (Stream<Path> found = Files.walk(place)) {
            found.filter(Files::isRegularFile).sorted().forEach(file -> files.put(name(file), file));
        }
    }

    private String name(Path file) {
        return Restoration.FILES + data.relativize(file).toString().replace('\\', '/');
    }

    /**
     * The log may grow meanwhile. Its checkpoints are copied first and its files listed after that, so that no checkpoint
     * tells of an entry that the backup does not hold.
     */
    private void addLog(Map<String, Path> files, Path frozen) throws IOException {
        Path log = AuditFolder.of(data);
        Path checkpoints = AuditFolder.checkpoints(log);
        boolean signed = Files.exists(checkpoints);
        if (signed) {
            Files.copy(checkpoints, frozen);
        }
        add(files, log);
        files.remove(name(checkpoints));
        if (signed) {
            files.put(name(checkpoints), frozen);
        }
    }
}
