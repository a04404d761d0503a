package org.holdfast.api.connector;

import org.holdfast.api.ErrorCode;

/** Why a file as a whole cannot be read as a table. */
public enum TableError implements ErrorCode {
    /** There is no byte or no header in it. */
    EMPTY_FILE,
    /** It is neither UTF-8 nor GB18030, or changes its encoding. */
    UNKNOWN_ENCODING,
    /** It ends in the middle of an archive or a quoted cell. */
    CUT_OFF,
    /** It is not the kind of file its name says. */
    WRONG_KIND,
    /** It unpacks to more than is allowed. */
    TOO_LARGE,
    /** It has more columns than is allowed. */
    TOO_MANY_COLUMNS,
    /** A column stands in the header twice. */
    DUPLICATE_COLUMN;

    @Override
    public Category category() {
        return Category.USER;
    }
}
