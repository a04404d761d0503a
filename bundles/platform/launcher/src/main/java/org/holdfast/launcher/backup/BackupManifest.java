package org.holdfast.launcher.backup;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a backup file says about itself.
 *
 * @param format version of the file's form; this product writes and reads 1
 * @param kind {@code data} or {@code keys}
 * @param database {@code h2} or {@code postgresql}
 * @param createdAt when its copy of the database was begun, ISO-8601
 * @param keepUntil until when it may be kept, ISO-8601; null for no limit
 * @param entries what is in it
 */
record BackupManifest(
        int format,
        String kind,
        String database,
        String createdAt,
        @Nullable String keepUntil,
        List<Entry> entries) {

    static final int FORMAT = 1;
    private static final Duration KEYS_KEPT = Duration.ofDays(7);

    /** Copies the list. */
    BackupManifest {
        entries = List.copyOf(entries);
    }

    /**
     * One file.
     *
     * @param name its path in the backup
     * @param bytes its size
     * @param sha256 its digest
     */
    record Entry(String name, long bytes, String sha256) {}

    static BackupManifest of(BackupKind kind, String database, Instant createdAt, List<Entry> entries) {
        String until = kind == BackupKind.KEYS ? createdAt.plus(KEYS_KEPT).toString() : null;
        return new BackupManifest(FORMAT, kind.code(), database, createdAt.toString(), until, entries);
    }

    boolean is(BackupKind wanted) {
        return kind.equals(wanted.code());
    }

    Instant created() {
        return Instant.parse(createdAt);
    }

    boolean expired(Instant now) {
        return keepUntil != null && Instant.parse(keepUntil).isBefore(now);
    }
}
