package org.holdfast.core.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where API tokens are kept, by the fingerprint of their text. */
interface TokenStore {

    List<ApiToken> all();

    Optional<ApiToken> find(String fingerprint);

    void add(ApiToken token, String fingerprint);

    /** Revokes a token; returns false where there is none that is not revoked yet. */
    boolean revoke(UUID id, Instant at);

    /** Removes the tokens that expired or were revoked before a moment. */
    void forget(Instant before);

    void used(UUID id, Instant at);
}
