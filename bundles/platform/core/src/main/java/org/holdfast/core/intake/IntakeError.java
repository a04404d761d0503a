package org.holdfast.core.intake;

import org.holdfast.api.ErrorCode;

/** Why a file as a whole is refused. */
public enum IntakeError implements ErrorCode {
    /** It is larger than a file may be. */
    FILE_TOO_LARGE,
    /** What was uploaded is no longer there. */
    UPLOAD_GONE,
    /** No installed bundle reads files of this kind. */
    UNKNOWN_FORMAT,
    /** Neither its name nor its header tells which kind of file it is. */
    UNKNOWN_KIND,
    /** A column that has to be there is missing. */
    MISSING_COLUMN,
    /** Something else went wrong while it was read. */
    NOT_READABLE;

    @Override
    public Category category() {
        return Category.USER;
    }
}
