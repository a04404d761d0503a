package org.holdfast.api.protection;

import org.holdfast.api.HoldfastException;

/** A sealed record does not open under the keys and identity it should have. */
public class TamperedRecordException extends HoldfastException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the failure.
     *
     * @param message which record, by table and row id; no personal data
     */
    public TamperedRecordException(String message) {
        super(ProtectionError.RECORD_TAMPERED, message);
    }
}
