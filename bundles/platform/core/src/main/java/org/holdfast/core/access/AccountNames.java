package org.holdfast.core.access;

import java.util.Optional;
import java.util.UUID;

/** Names of those who signed something, for documents that name them. Safe for use from many threads. */
@FunctionalInterface
public interface AccountNames {

    /**
     * Returns the name of whoever has an account.
     *
     * @param account id of the account
     * @return the display name, else the user name; empty where the account is gone
     */
    Optional<String> of(UUID account);
}
