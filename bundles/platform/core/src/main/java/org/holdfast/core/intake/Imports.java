package org.holdfast.core.intake;

import java.io.InputStream;
import java.time.Instant;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes files in. Safe for use from many threads. */
public final class Imports {
    private static final Logger LOG = LoggerFactory.getLogger(Imports.class);

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
     * A file that is kept, sealed, before anything else is known about it.
     *
     * @param id id of its import
     * @param length its length in plain bytes
     */
    public record Kept(UUID id, long length) {}

    /**
     * Keeps a file, sealed.
     *
     * @param content its bytes; read to the end, not closed
     * @return what was kept, to be submitted or forgotten
     * @throws org.holdfast.api.HoldfastException where the file is larger than 8 GiB, or breaks off
     */
    public Kept keep(InputStream content) {
        UUID id = UUID.randomUUID();
        return new Kept(id, workshop.spool().write(id, content));
    }

    /**
     * Removes a file that is not to be imported.
     *
     * @param file the file
     */
    public void forget(Kept file) {
        workshop.spool().delete(file.id());
    }

    /**
     * Starts the import of a kept file.
     *
     * @param upload what it is
     * @param file the file
     * @return the import's id
     */
    public UUID submit(Upload upload, Kept file) {
        UUID id = file.id();
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
        workshop.database().run(connection -> workshop.table().add(connection, status, file.length()));
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
     * Notes that an import did not come to its end, though nothing is wrong with its file. What it has taken is kept; the
     * upload goes.
     *
     * @param id the import; one that has ended stays as it is
     * @throws org.holdfast.api.protection.KeyRingSealedException while the key ring is not open; the import can go on later
     */
    public void giveUp(UUID id) {
        workshop.database().run(connection -> {
            Optional<ImportTable.Row> row =
                    workshop.table().find(connection, id).filter(found -> found.phase() != ImportTable.Phase.END);
            if (row.isPresent()) {
                LOG.warn("Import {} was given up: see the errors before this line", id);
                Instant now = workshop.rooms().clock().instant();
                workshop.table().change(connection, Standing.failed(row.get(), IntakeError.NOT_COMPLETED.name(), now));
                workshop.database().afterCommit(() -> workshop.spool().delete(id));
            }
        });
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
