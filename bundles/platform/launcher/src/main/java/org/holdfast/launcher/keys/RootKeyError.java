package org.holdfast.launcher.keys;

import org.holdfast.api.ErrorCode;

/** What can stop the replacement of a root key. */
enum RootKeyError implements ErrorCode {
    /** A file lies in the place of the new root key file and does not open. */
    NEXT_KEY_FILE_CLOSED,
    /** The new root key file cannot take the place of the former. */
    KEY_FILE_NOT_REPLACED,
    /** There is no passphrase to protect the new file by, or no PIN for the token. */
    PASSPHRASE_ABSENT,
    /** The new root key in the token does not open. */
    TOKEN_KEY_CLOSED;

    @Override
    public Category category() {
        return Category.CONFIGURATION;
    }
}
