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

    /** Removes a token; returns false where there is none. */
    boolean remove(UUID id);

    void used(UUID id, Instant at);
}
