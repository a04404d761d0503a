package org.holdfast.api.protection;

import org.holdfast.api.ErrorCode;

/** What can go wrong with keys and sealed records. */
public enum ProtectionError implements ErrorCode {
    /** The key ring is absent, locked or damaged. */
    KEY_RING_SEALED(Category.CONFIGURATION),
    /** A sealed record was altered, cut, moved or sealed by another key. */
    RECORD_TAMPERED(Category.EXTERNAL),
    /** A key file could not be written or already exists. */
    KEY_FILE_NOT_CREATED(Category.CONFIGURATION),
    /** A root key could not be made in a token. */
    TOKEN_KEY_NOT_CREATED(Category.CONFIGURATION);

    private final Category category;

    ProtectionError(Category category) {
        this.category = category;
    }

    @Override
    public Category category() {
        return category;
    }
}
