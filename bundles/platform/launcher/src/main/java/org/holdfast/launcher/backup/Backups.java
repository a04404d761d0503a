package org.holdfast.launcher.backup;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import org.holdfast.launcher.client.ApiCalls;
import org.holdfast.launcher.client.ServerClient;
import org.holdfast.launcher.config.Configuration;
import org.holdfast.launcher.database.DatabaseAddress;
import org.holdfast.launcher.shred.ShredFailure;
import org.holdfast.launcher.shred.ShredLedger;
import org.holdfast.launcher.shred.Shredded;
import org.holdfast.launcher.start.CommandAudit;
import org.holdfast.launcher.start.DataDirectory;
import org.holdfast.launcher.start.StartFailure;
import org.jspecify.annotations.Nullable;

/** Makes, verifies and puts back backups of one installation. */
public final class Backups {
    private final Configuration configuration;
    private final @Nullable Path programs;
    private final Clock clock;

    /**
     * Names the installation.
     *
     * @param configuration the settings
     * @param programs folder of {@code pg_dump} and {@code pg_restore}; null for the search path
     * @param clock the clock
     */
    public Backups(Configuration configuration, @Nullable Path programs, Clock clock) {
        this.configuration = configuration;
        this.programs = programs;
        this.clock = clock;
    }

    /**
     * Makes a backup.
     *
     * @param target a folder, or a file name that gets a suffix for each of the two files
     * @param server the running server, or empty where none runs
     * @param progress told the share that is done, 0 to 1
     * @return the two files
     */
    public BackupPair make(Path target, Optional<ServerClient> server, DoubleConsumer progress) {
        Path data = configuration.dataDirectory();
        if (server.isPresent()) {
            DatabaseCopy database = database(server.get());
            if (!database.name().equals(CopyCheck.EMBEDDED)) {
                // The embedded one is copied by a call of the server, which audits it.
                new ApiCalls(server.get()).post("/api/v1/backups/external", new ObjectMapper().createObjectNode());
            }
            return new Backup(data, database, clock).make(target, progress);
        }
        try (DataDirectory directory = new DataDirectory(data)) {
            directory.lock();
            try (CommandAudit audit = CommandAudit.begin(directory, clock, "backup.made", Map.of())) {
                return made(data, target, progress, audit);
            }
        }
    }

    private BackupPair made(Path data, Path target, DoubleConsumer progress, CommandAudit audit) {
        boolean made = false;
        try {
            BackupPair files = new Backup(data, database(null), clock).make(target, progress);
            made = true;
            return files;
        } finally {
            if (made) {
                audit.done(Map.of());
            } else {
                audit.failed();
            }
        }
    }

    /**
     * Puts a backup back, into an empty data directory and database unless forced.
     *
     * @param file the data
     * @param keys the wrapped keys; empty for those that were written with the data
     * @param force whether to set aside what is there, and to take keys that should not be kept any more
     * @param progress told the share that is done, 0 to 1
     * @return key of the sentence that says which audit log goes on
     */
    public String restore(Path file, Optional<Path> keys, boolean force, DoubleConsumer progress) {
        BackupFile dataFile = BackupFile.read(file);
        BackupFile keysFile = BackupFile.read(
                keys.orElseGet(() -> BackupPair.of(BackupPair.base(file)).keys()));
        try (DataDirectory directory = new DataDirectory(configuration.dataDirectory())) {
            directory.lock();
            return new Restoration(directory, database(null), new CopyCheck(programs), clock)
                    .run(dataFile, keysFile, force, progress)
                    .textKey();
        }
    }

    /**
     * Takes in who was erased elsewhere since a backup was made, before the backup is put back here.
     *
     * @param ledger a copy of the shred ledger of the former data directory
     * @throws StartFailure where it is no such file or damaged
     */
    public void takeLedger(Path ledger) {
        Path data = configuration.dataDirectory();
        if (!Files.isRegularFile(ledger)) {
            throw new StartFailure("failure.shredLedger", ledger);
        }
        try (DataDirectory directory = new DataDirectory(data)) {
            directory.lock();
            List<Shredded> elsewhere = ShredLedger.read(ledger);
            try (ShredLedger here = ShredLedger.open(data)) {
                elsewhere.forEach(here::add);
            }
        } catch (ShredFailure e) {
            throw new StartFailure(e, "failure.shredLedger", ledger);
        }
    }

    /**
     * Verifies one file of a backup.
     *
     * @param file the file
     * @return which of the two it is
     * @throws org.holdfast.launcher.start.StartFailure where it is not whole or does not open
     */
    public BackupKind verify(Path file) {
        BackupFile backup = BackupFile.read(file);
        new CopyCheck(programs).verify(backup);
        return backup.manifest().is(BackupKind.KEYS) ? BackupKind.KEYS : BackupKind.DATA;
    }

    private DatabaseCopy database(@Nullable ServerClient server) {
        DatabaseAddress main = DatabaseAddress.main(configuration);
        return main.isEmbedded()
                ? new EmbeddedCopy(configuration.dataDirectory(), server, clock)
                : new PostgresCopy(main, new PostgresPrograms(main, programs), clock);
    }
}
