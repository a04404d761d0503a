package org.holdfast.core.intake;

import org.holdfast.core.platform.rest.StatusCode;

/** Why a file as a whole is refused. */
public enum IntakeError implements StatusCode {
    /** It is larger than a file may be. */
    FILE_TOO_LARGE,
    /** The server's disk did not take it. */
    FILE_NOT_KEPT,
    /** Its sender went away before its end. */
    UPLOAD_BROKEN_OFF,
    /** The server could not complete it, though the file is sound. */
    NOT_COMPLETED,
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
        return this == FILE_NOT_KEPT ? Category.CONFIGURATION : Category.USER;
    }

    @Override
    public int status() {
        return switch (this) {
            case FILE_TOO_LARGE -> 413;
            case FILE_NOT_KEPT -> 507;
            default -> 400;
        };
    }
}
