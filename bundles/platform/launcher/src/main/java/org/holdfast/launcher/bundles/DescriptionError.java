package org.holdfast.launcher.bundles;

import org.holdfast.api.ErrorCode;

/** What can be wrong with a description in a bundle. */
public enum DescriptionError implements ErrorCode {
    /** The description of an industry or a jurisdiction is not JSON or says something it must not. */
    DESCRIPTION_WRONG;

    @Override
    public Category category() {
        return Category.CONFIGURATION;
    }
}
