package org.holdfast.core.protection;

import org.holdfast.core.platform.rest.StatusCode;

/** What can go wrong with the keys of people and subsidiaries. */
enum VaultError implements StatusCode {
    /** The store of wrapped keys does not answer. */
    KEY_STORE_UNREACHABLE(Category.CONFIGURATION, 503),
    /** There is no key for a person: it was never made. */
    KEY_ABSENT(Category.INTERNAL, 500),
    /** The person was erased; answered like what does not exist. */
    PERSON_ERASED(Category.USER, 404);

    private final Category category;
    private final int status;

    VaultError(Category category, int status) {
        this.category = category;
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public Category category() {
        return category;
    }
}
