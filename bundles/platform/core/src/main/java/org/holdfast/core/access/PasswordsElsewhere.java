package org.holdfast.core.access;

import java.util.Optional;

/** Checks passwords that are not kept here. */
interface PasswordsElsewhere {
    /** There is no place elsewhere. */
    PasswordsElsewhere NONE = (username, password) -> Optional.empty();

    /**
     * Checks a user name and password.
     *
     * @return the account whose they are; empty where they do not fit
     * @throws org.holdfast.core.platform.rest.RestException where they fit and there is another reason not to let them in,
     *     or nobody answers
     */
    Optional<Account> check(String username, char[] password);
}
