package org.holdfast.core.protection.rights;

import org.holdfast.core.platform.rest.StatusCode;

/** Why something cannot be done with a request. The names are part of the API. */
public enum RightsError implements StatusCode {
    /** The person has asked for the same before, and that is not answered yet. */
    REQUEST_PENDING,
    /** The request is answered or taken back. */
    REQUEST_SETTLED,
    /** The rule book allows no extension, there was one, or the due day is over. */
    NOT_EXTENDABLE,
    /** The rule book knows no ground on which a refusal of automated decisions is declined. */
    NOT_DECLINABLE,
    /** Such a request is granted by erasing the person. */
    ERASE_INSTEAD,
    /** The person who died has arranged otherwise: a relative's request cannot be granted. */
    ARRANGEMENT_STANDS;

    @Override
    public int status() {
        return 409;
    }

    @Override
    public Category category() {
        return Category.USER;
    }
}
