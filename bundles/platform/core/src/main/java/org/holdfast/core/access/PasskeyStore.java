package org.holdfast.core.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Where passkeys are kept. They are read without the key ring, all but their names. */
interface PasskeyStore {

    /**
     * Keeps a passkey.
     *
     * @return false where the credential is known already
     * @throws org.holdfast.core.platform.rest.RestException with status 503 while the key ring is not open
     */
    boolean add(Passkey passkey);

    /** Returns the passkeys of an account, the oldest first. */
    List<Passkey> of(UUID accountId);

    /** Finds one by the fingerprint of its credential's id. */
    Optional<Passkey> find(String fingerprint);

    /** Returns the accounts with a passkey. */
    Set<UUID> holders();

    /** Notes a use; false where another use was noted since the passkey was read, or it is gone. */
    boolean use(Passkey read, long signCount, Instant now);

    /** Removes one; false where the account has none of that id. */
    boolean remove(UUID accountId, UUID id);

    /** Removes all of an account; false where there are none. */
    boolean removeAll(UUID accountId);
}
