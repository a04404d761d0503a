package org.holdfast.core.intake;

import java.util.UUID;
import org.holdfast.api.HoldfastException;
import org.holdfast.api.connector.TableFormat;
import org.holdfast.core.platform.database.Database;
import org.holdfast.launcher.registry.CapabilityRegistry;
import org.holdfast.launcher.registry.Provided;

/** The tools runs share. */
record Workshop(
        Database database,
        Rooms rooms,
        Spool spool,
        ImportTable table,
        SetAside setAside,
        CapabilityRegistry registry,
        Runner runner) {

    TableFormat format(String fileName) {
        for (Provided<TableFormat> provided : registry.all(TableFormat.class)) {
            if (provided.service().reads(fileName)) {
                return provided.service();
            }
        }
        throw new HoldfastException(
                IntakeError.UNKNOWN_FORMAT, "No installed bundle reads a file with this ending: install one that does");
    }

    /** The raw file dies with its job; what was added is compacted, and counts, in the background. */
    void ended(UUID importId, Scope scope) {
        database.afterCommit(() -> {
            spool.delete(importId);
            scope.touched().forEach(runner::compact);
            scope.arrivedIn().forEach(runner::arrived);
        });
    }
}
