package org.holdfast.launcher.registry;

import org.holdfast.api.ErrorCode;

/** What can go wrong between the host and its bundles. */
public enum RegistryError implements ErrorCode {
    /** The bundle is no longer there. */
    CAPABILITY_GONE(Category.CONFIGURATION),
    /** A call took longer than it may. */
    CAPABILITY_TIMED_OUT(Category.EXTERNAL),
    /** A call failed inside the bundle. */
    CAPABILITY_FAILED(Category.EXTERNAL),
    /** A file is not a bundle the server can take. */
    BUNDLE_REFUSED(Category.USER),
    /** What a bundle says of itself is not as it must be. */
    BUNDLE_UNCLEAR(Category.USER);

    private final Category category;

    RegistryError(Category category) {
        this.category = category;
    }

    @Override
    public Category category() {
        return category;
    }
}
