package org.holdfast.api.protection;

import org.holdfast.api.HoldfastException;

/** The key ring is not open, so nothing personal can be read or written. */
public class KeyRingSealedException extends HoldfastException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the failure.
     *
     * @param reason why the ring is not open, for people
     */
    public KeyRingSealedException(String reason) {
        super(ProtectionError.KEY_RING_SEALED, reason);
    }
}
