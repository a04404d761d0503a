package org.holdfast.core.access;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What a machine logs in with. Its text is not kept, only its fingerprint.
 *
 * @param id random id
 * @param name what it is for
 * @param role what it may do
 * @param permissions what of its role's permissions it is limited to; empty for all of them
 * @param subsidiaryIds the subsidiaries it is limited to; empty for none named
 * @param createdAt when it was made
 * @param expiresAt until when it is taken
 * @param lastUsedAt when it was last used, to the minute
 * @param revokedAt since when it is no longer taken
 */
@SuppressWarnings("OptionalUsedAsFieldOrParameterType") // absence is the meaning here
record ApiToken(
        UUID id,
        String name,
        Role role,
        Set<String> permissions,
        Set<UUID> subsidiaryIds,
        Instant createdAt,
        Instant expiresAt,
        Optional<Instant> lastUsedAt,
        Optional<Instant> revokedAt) {

    /** Begins every token's text, so that one that leaked is found by a search. */
    static final String PREFIX = "hf_";

    /** How long before its end a token is told to be about to expire. */
    static final Duration NOTICE = Duration.ofDays(14);

    /** Copies the sets. */
    ApiToken {
        permissions = Set.copyOf(permissions);
        subsidiaryIds = Set.copyOf(subsidiaryIds);
    }

    Caller caller() {
        return new Caller(id.toString(), name, Set.of(role), subsidiaryIds, Optional.empty(), false, permissions);
    }

    /** Tells how it stands at a moment. */
    State state(Instant now) {
        if (revokedAt.isPresent()) {
            return State.REVOKED;
        }
        if (!now.isBefore(expiresAt)) {
            return State.EXPIRED;
        }
        return now.isBefore(expiresAt.minus(NOTICE)) ? State.ACTIVE : State.EXPIRING;
    }

    /** How a token stands. */
    enum State {
        /** It is taken. */
        ACTIVE,
        /** It is taken, for a few days more. */
        EXPIRING,
        /** Its time is over. */
        EXPIRED,
        /** Somebody revoked it. */
        REVOKED;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
