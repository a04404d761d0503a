package org.holdfast.core.knowledge;

import java.time.Instant;
import java.util.UUID;

/**
 * A file that is handed over, or the beginning of one.
 *
 * @param id random id
 * @param itemId what it belongs to
 * @param size how many bytes it has
 * @param received how many of them are kept
 * @param touchedAt when the last of them came
 * @param facts what it is called; sealed
 */
record StoredFile(UUID id, UUID itemId, long size, long received, Instant touchedAt, Facts facts) {

    /**
     * What a file is called.
     *
     * @param name its name, without folders
     * @param type its media type as it was sent, may be empty
     */
    record Facts(String name, String type) {

        /** Tells nothing. */
        @Override
        public String toString() {
            return "facts of a file";
        }
    }

    boolean complete() {
        return received == size;
    }
}
