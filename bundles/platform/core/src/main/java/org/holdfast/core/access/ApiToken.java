package org.holdfast.core.access;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What a machine logs in with. Its text is not kept, only its fingerprint.
 *
 * @param id random id
 * @param name what it is for
 * @param role what it may do
 * @param subsidiaryIds the subsidiaries it is limited to; empty for none named
 * @param createdAt when it was made
 * @param expiresAt until when it is taken
 * @param lastUsedAt when it was last used, to the minute
 */
@SuppressWarnings("OptionalUsedAsFieldOrParameterType") // absence is the meaning here
record ApiToken(
        UUID id,
        String name,
        Role role,
        Set<UUID> subsidiaryIds,
        Instant createdAt,
        Instant expiresAt,
        Optional<Instant> lastUsedAt) {

    /** Begins every token's text, so that one that leaked is found by a search. */
    static final String PREFIX = "hf_";

    /** Copies the set. */
    ApiToken {
        subsidiaryIds = Set.copyOf(subsidiaryIds);
    }

    Caller caller() {
        return new Caller(id.toString(), name, Set.of(role), subsidiaryIds, Optional.empty(), false);
    }
}
