package org.holdfast.core.privacy.breach;

import org.holdfast.core.platform.rest.StatusCode;

/** What can go wrong with the register of breaches. The names are part of the API. */
enum BreachError implements StatusCode {
    /** The breach is closed: it stays as it is. */
    BREACH_CLOSED,
    /** Authority or people have not been told yet, nor is it said why not. */
    BREACH_NOT_TOLD,
    /** The rule book has the authority told of such a breach, whatever speaks against it. */
    AUTHORITY_HAS_TO_KNOW;

    @Override
    public int status() {
        return 409;
    }

    @Override
    public Category category() {
        return Category.USER;
    }
}
