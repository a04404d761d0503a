package org.holdfast.core.intake;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.holdfast.core.intake.ImportStatus.Counts;
import org.holdfast.core.intake.ImportStatus.Preview;
import org.holdfast.core.intake.ImportStatus.PreviewRow;
import org.holdfast.core.intake.ImportStatus.State;
import org.holdfast.core.intake.ImportStatus.Times;
import org.holdfast.core.platform.database.Database;
import org.holdfast.core.protection.Vault;
import org.holdfast.launcher.registry.CapabilityRegistry;
import org.jspecify.annotations.Nullable;

/** Takes files in. Safe for use from many threads. */
public final class Imports {
    private final Workshop workshop;

    /**
     * Creates it.
     *
     * @param services the server's services
     * @param rooms where rows go
     * @param spool keeps uploads
     * @param runner runs imports
     */
    public Imports(Services services, Rooms rooms, Spool spool, Runner runner) {
        this.workshop = new Workshop(
                services.database(),
                rooms,
                spool,
                new ImportTable(services.vault()),
                new SetAside(services.vault(), rooms.clock()),
                services.registry(),
                runner);
    }

    /**
     * What an import needs of the server.
     *
     * @param database where how imports stand is kept
     * @param vault seals what is kept of files
     * @param registry where bundles that read files are found
     */
    public record Services(Database database, Vault vault, CapabilityRegistry registry) {}

    /**
     * A file on its way in.
     *
     * @param fileName its name, without folders
     * @param subsidiaryId the subsidiary it is for, null where the file says it
     * @param dryRun whether nothing is to be written
     * @param kind the kind of file, null where its name or header tells
     */
    public record Upload(
            String fileName,
            @Nullable UUID subsidiaryId,
            boolean dryRun,
            @Nullable ImportKind kind) {}

    /**
     * Keeps a file, sealed, and starts its import.
     *
     * @param upload what it is
     * @param content its bytes; read to the end, not closed
     * @return the import's id
     * @throws org.holdfast.api.HoldfastException where the file is larger than 8 GiB
     */
    public UUID submit(Upload upload, InputStream content) {
        UUID id = UUID.randomUUID();
        long length = workshop.spool().write(id, content);
        String name = upload.fileName();
        ImportStatus status = new ImportStatus(
                id,
                name.substring(0, Math.min(200, name.length())),
                upload.kind() == null ? "" : upload.kind().code(),
                upload.subsidiaryId(),
                upload.dryRun(),
                State.QUEUED,
                "",
                new Counts(0, 0, 0, 0),
                0,
                null,
                new Times(workshop.rooms().clock().instant(), null, null));
        workshop.database().run(connection -> workshop.table().add(connection, status, length));
        workshop.database().afterCommit(() -> workshop.runner().start(id));
        return id;
    }

    /**
     * Opens an import where it stands.
     *
     * @param id the import
     * @return the run, or empty where there is none; the caller closes it
     */
    public Optional<ImportRun> open(UUID id) {
        return workshop.database()
                .call(connection -> workshop.table().find(connection, id))
                .map(row -> new ImportRun(workshop, row));
    }

    /** Starts again what had not ended when the server stopped. Called each time the key ring opens. */
    public void resumeUnfinished() {
        workshop.database()
                .call(connection -> workshop.table().unfinished(connection))
                .forEach(workshop.runner()::start);
    }

    /**
     * Returns the latest imports.
     *
     * @param limit most imports
     * @return newest first
     */
    public List<ImportStatus> latest(int limit) {
        return workshop.database().call(connection -> workshop.table().all(connection, limit)).stream()
                .map(ImportTable.Row::status)
                .toList();
    }

    /**
     * Returns how an import stands.
     *
     * @param id the import
     * @return its status, or empty
     */
    public Optional<ImportStatus> find(UUID id) {
        return workshop.database()
                .call(connection -> workshop.table().find(connection, id))
                .map(ImportTable.Row::status);
    }

    /**
     * Returns what a person looks at before a file is taken in earnest.
     *
     * @param id the import
     * @return the preview; without rows where none was read yet
     */
    public Preview preview(UUID id) {
        return workshop.database()
                .call(connection -> workshop.table().find(connection, id))
                .map(ImportTable.Row::preview)
                .orElse(Preview.NONE);
    }

    /**
     * Hands out the rejected rows.
     *
     * @param id the import
     * @param action called for each in the order of the file; those whose superior or parent was missing come last
     */
    public void rejected(UUID id, Consumer<PreviewRow> action) {
        workshop.database().run(connection -> workshop.setAside().errors(connection, id, action));
    }
}
