package org.holdfast.launcher.backup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import org.holdfast.launcher.client.ApiCalls;
import org.holdfast.launcher.client.ServerClient;
import org.holdfast.launcher.database.DatabaseAddress;
import org.holdfast.launcher.keys.KeyStoreAccess;
import org.holdfast.launcher.shred.Shredded;
import org.holdfast.launcher.shred.ShreddedKeys;
import org.holdfast.launcher.start.DataDirectory;
import org.holdfast.launcher.start.StartFailure;
import org.jspecify.annotations.Nullable;

/** Copies the embedded databases with their own backup: by the server where it runs, else on the closed files. */
final class EmbeddedCopy implements DatabaseCopy {
    private final Path data;
    private final @Nullable ServerClient server;
    private final Clock clock;
    private @Nullable JsonNode made;

    /**
     * Names the databases.
     *
     * @param data the data directory
     * @param server the running server; null where none runs and the caller holds the lock
     * @param clock the clock
     */
    EmbeddedCopy(Path data, @Nullable ServerClient server, Clock clock) {
        this.data = data;
        this.server = server;
        this.clock = clock;
    }

    @Override
    public String name() {
        return CopyCheck.EMBEDDED;
    }

    @Override
    public void dump(BackupKind kind, Path target) {
        try {
            if (server != null) {
                Files.move(byServer(server, kind), target, StandardCopyOption.REPLACE_EXISTING);
                return;
            }
            DatabaseAddress address =
                    DatabaseAddress.embedded(place(data, kind)).existing();
            try (Connection connection =
                            DriverManager.getConnection(address.url(), address.user(), address.password());
                    PreparedStatement backup = connection.prepareStatement("BACKUP TO ?");
                    Statement shutdown = connection.createStatement()) {
                backup.setString(1, target.toString());
                backup.execute();
                shutdown.execute("SHUTDOWN");
            } catch (SQLException e) {
                throw address.failure(e);
            }
        } catch (IOException e) {
            throw new StartFailure(e, "failure.backupWrite", target);
        }
    }

    /** The server copies both at once, the data first: keys have to be as old as the data or younger. */
    private Path byServer(ServerClient running, BackupKind kind) {
        JsonNode files = made;
        if (files == null) {
            files = new ApiCalls(running).post("/api/v1/backups", new ObjectMapper().createObjectNode());
            made = files;
        }
        return data.resolve(files.path(kind.code()).asText());
    }

    /** Path of a database without its suffix under a folder laid out like a data directory. */
    static Path place(Path root, BackupKind kind) {
        return folder(root, kind).resolve(kind == BackupKind.DATA ? "holdfast" : "wrapped");
    }

    /** Folder of a database under such a folder. */
    static Path folder(Path root, BackupKind kind) {
        return root.resolve(kind == BackupKind.DATA ? "database" : "keys");
    }

    @Override
    public boolean isEmpty() {
        return !Files.exists(file(data, BackupKind.DATA)) && !Files.exists(file(data, BackupKind.KEYS));
    }

    private static Path file(Path root, BackupKind kind) {
        Path place = place(root, kind);
        return place.resolveSibling(place.getFileName() + ".mv.db");
    }

    @Override
    public void replace(Path folder, Path dataCopy, Path keysCopy) {
        String moment = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss")
                .withZone(ZoneOffset.UTC)
                .format(clock.instant());
        Path aside = data.resolve("replaced-" + moment);
        try {
            for (BackupKind kind : BackupKind.values()) {
                Path present = file(data, kind);
                if (Files.exists(present)) {
                    DataDirectory.createPrivate(folder(aside, kind));
                    Files.move(present, file(aside, kind), StandardCopyOption.ATOMIC_MOVE);
                }
                DataDirectory.createPrivate(folder(data, kind));
                Files.move(file(folder, kind), present, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            throw new StartFailure(e, "failure.restoreWrite", data);
        }
    }

    @Override
    public void shred(Collection<Shredded> shredded) {
        DatabaseAddress keys = DatabaseAddress.embedded(place(data, BackupKind.KEYS));
        try {
            ShreddedKeys.destroy(KeyStoreAccess.of(keys), shredded);
            ShreddedKeys.compact(keys);
        } catch (SQLException e) {
            throw keys.failure(e);
        }
    }
}
