package org.holdfast.core.protection;

import org.holdfast.api.ErrorCode;

/** What can go wrong with the keys of people and subsidiaries. */
enum VaultError implements ErrorCode {
    /** The store of wrapped keys does not answer. */
    KEY_STORE_UNREACHABLE(Category.CONFIGURATION),
    /** There is no key for a person: it was never made, or it was destroyed. */
    KEY_ABSENT(Category.INTERNAL);

    private final Category category;

    VaultError(Category category) {
        this.category = category;
    }

    @Override
    public Category category() {
        return category;
    }
}
