package org.holdfast.core.protection;

import org.holdfast.api.HoldfastException;

/**
 * A person's key was destroyed, so nothing about the person can be read or written any more. Whoever goes over many people
 * leaves this one out: the rows are about to go, or have just gone.
 */
public final class PersonErasedException extends HoldfastException {
    private static final long serialVersionUID = 1L;

    /** Creates the failure. It does not say who. */
    public PersonErasedException() {
        super(VaultError.PERSON_ERASED, "The person was erased.");
    }
}
