package org.holdfast.api.protection;

import java.util.Objects;

/**
 * A key, wrapped by the key above it. Useless without that one.
 *
 * @param id random identity of the key, 32 hexadecimal digits, under which it is cached
 * @param ownerId the subsidiary or person it belongs to
 * @param bytes the wrapped key; shared, not copied
 */
@SuppressWarnings("ArrayRecordComponent") // compared by id only
public record WrappedKey(String id, String ownerId, byte[] bytes) {

    /** Checks that everything is there. */
    public WrappedKey {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(ownerId, "ownerId");
        Objects.requireNonNull(bytes, "bytes");
    }
}
