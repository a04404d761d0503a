package org.holdfast.core.platform.rest;

import java.util.Optional;

/** Seals an answer's body for the time it is kept, because it may hold personal data. */
public interface BodySeal {

    /**
     * Seals a body.
     *
     * @param row id of the row it is kept in
     * @param plain the body
     * @return the sealed body, or empty while the key ring is not open
     */
    Optional<byte[]> seal(String row, byte[] plain);

    /**
     * Opens a body.
     *
     * @param row id of the row it was kept in
     * @param sealed the sealed body
     * @return the body, or empty while the key ring is not open
     */
    Optional<byte[]> open(String row, byte[] sealed);
}
