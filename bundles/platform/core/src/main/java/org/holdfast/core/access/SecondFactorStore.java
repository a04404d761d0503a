package org.holdfast.core.access;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Where second factors are kept. Each use is one statement or one locked row, so that of two at once only one counts. */
interface SecondFactorStore {

    Optional<SecondFactor> find(UUID accountId);

    /** Returns the accounts with a confirmed second factor. */
    Set<UUID> holders();

    /**
     * Keeps a secret that is not confirmed yet, in place of an earlier one that was not.
     *
     * @throws org.holdfast.core.platform.rest.RestException with status 503 while the key ring is not open, 409 where a
     *     confirmed one is there
     */
    void begin(UUID accountId, String secret, Instant now);

    /**
     * Confirms a second factor.
     *
     * @param step the step of the code that confirmed it
     * @param recoveryHashes fingerprints of its recovery codes
     * @return false where there is none to be confirmed
     */
    boolean confirm(UUID accountId, long step, Collection<String> recoveryHashes);

    /** Counts a step's code as used; false where it, or a later one, has been used before. */
    boolean useStep(UUID accountId, long step);

    /** Uses up a recovery code; false where it is none, or used before. */
    boolean useRecoveryCode(UUID accountId, String hash);

    /** Removes a second factor; false where there is none. */
    boolean remove(UUID accountId);
}
