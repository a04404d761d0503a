package org.holdfast.core.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.core.platform.database.Entities;

/** Keeps API tokens as entities. Use and revocation are one statement each, so that they need no reading before. */
final class JpaTokenStore implements TokenStore {
    private final Entities entities;

    JpaTokenStore(Entities entities) {
        this.entities = entities;
    }

    @Override
    public List<ApiToken> all() {
        return entities.call(manager -> manager.createNamedQuery(TokenEntity.ALL, TokenEntity.class)
                .getResultStream()
                .flatMap(row -> row.token().stream())
                .toList());
    }

    @Override
    public Optional<ApiToken> find(String fingerprint) {
        return entities.call(manager -> manager.createNamedQuery(TokenEntity.BY_FINGERPRINT, TokenEntity.class)
                .setParameter(1, fingerprint)
                .getResultStream()
                .findFirst()
                .flatMap(TokenEntity::token));
    }

    @Override
    public void add(ApiToken token, String fingerprint) {
        entities.run(manager -> manager.persist(new TokenEntity(token, fingerprint)));
    }

    @Override
    public boolean revoke(UUID id, Instant at) {
        return entities.call(manager -> manager.createNamedQuery(TokenEntity.REVOKE)
                        .setParameter(1, id)
                        .setParameter(2, TokenEntity.column(at))
                        .executeUpdate()
                == 1);
    }

    @Override
    public void forget(Instant before) {
        entities.run(manager -> manager.createNamedQuery(TokenEntity.FORGET)
                .setParameter(1, TokenEntity.column(before))
                .executeUpdate());
    }

    @Override
    public void used(UUID id, Instant at) {
        entities.run(manager -> manager.createNamedQuery(TokenEntity.USED)
                .setParameter(1, id)
                .setParameter(2, TokenEntity.column(at))
                .executeUpdate());
    }
}
