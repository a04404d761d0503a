package org.holdfast.core.access;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where accounts are kept. */
interface AccountStore {

    List<Account> all();

    Optional<Account> find(UUID id);

    Optional<Account> findByName(String username);

    Optional<Account> findByExternalId(String externalId);

    /** Tells whether the server would have no security administrator without an account. */
    default boolean isLastSecurityAdministrator(Account account) {
        return account.runsSecurity()
                && all().stream()
                        .noneMatch(other -> other.runsSecurity() && !other.id().equals(account.id()));
    }

    /**
     * Adds an account.
     *
     * @throws org.holdfast.core.platform.rest.RestException with status 409 where the name is taken
     */
    void add(Account account);

    /**
     * Changes an account where nobody has since it was read.
     *
     * @return false where somebody has
     */
    boolean change(Account account);

    /** Writes the account's password hash and whether it has to be changed; works while the key ring is sealed. */
    void changePassword(Account account);
}
