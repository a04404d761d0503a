package org.holdfast.launcher.audit;

import java.nio.file.Path;

/** Where the audit log of a server lies. */
public final class AuditFolder {
    private AuditFolder() {}

    /**
     * Returns the folder of a server's log.
     *
     * @param dataDirectory the server's data directory
     * @return its folder {@code audit}
     */
    public static Path of(Path dataDirectory) {
        return dataDirectory.resolve("audit");
    }

    /**
     * Returns the file of a log's checkpoints.
     *
     * @param log the log
     * @return its file {@code checkpoints.jsonl}, which need not exist
     */
    public static Path checkpoints(Path log) {
        return new AuditFiles(log).checkpoints();
    }

    /**
     * Returns the folder of the public keys beside a log.
     *
     * @param log the log
     * @return its folder {@code keys}
     */
    public static Path keys(Path log) {
        return new AuditFiles(log).keys();
    }
}
