package org.holdfast.core.access;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.holdfast.core.platform.database.DatabaseException;
import org.holdfast.core.platform.database.Entities;
import org.holdfast.core.platform.rest.BodySeal;
import org.holdfast.core.platform.rest.RestError;
import org.holdfast.core.platform.rest.RestException;

/** Passkeys in the database. Safe for use from many threads. */
final class JpaPasskeyStore implements PasskeyStore {
    private final Entities entities;
    private final BodySeal seal;

    JpaPasskeyStore(Entities entities, BodySeal seal) {
        this.entities = entities;
        this.seal = seal;
    }

    @Override
    public boolean add(Passkey passkey) {
        byte[] name = passkey.name().orElse("").getBytes(StandardCharsets.UTF_8);
        byte[] sealed = seal.seal(passkey.id().toString(), name)
                .orElseThrow(() -> RestException.of(
                        RestError.UNAVAILABLE, "The key ring is sealed, so no name can be written: unlock it."));
        try {
            entities.run(manager -> manager.persist(new PasskeyEntity(passkey, sealed)));
            return true;
        } catch (DatabaseException e) {
            if (e.isConstraintViolation()) {
                return false;
            }
            throw e;
        }
    }

    @Override
    public List<Passkey> of(UUID accountId) {
        return entities
                .call(manager -> manager.createNamedQuery(PasskeyEntity.BY_ACCOUNT, PasskeyEntity.class)
                        .setParameter(1, accountId)
                        .getResultList())
                .stream()
                .map(this::opened)
                .toList();
    }

    @Override
    public Optional<Passkey> find(String fingerprint) {
        return entities.call(manager -> manager.createNamedQuery(PasskeyEntity.BY_FINGERPRINT, PasskeyEntity.class)
                        .setParameter(1, fingerprint)
                        .getResultStream()
                        .findFirst())
                .map(this::opened);
    }

    @Override
    public Set<UUID> holders() {
        return entities.call(manager -> Set.copyOf(
                manager.createNamedQuery(PasskeyEntity.HOLDERS, UUID.class).getResultList()));
    }

    @Override
    public boolean use(Passkey read, long signCount, Instant now) {
        return entities.call(manager -> manager.createNamedQuery(PasskeyEntity.USE)
                        .setParameter(1, read.id())
                        .setParameter(2, read.signCount())
                        .setParameter(3, signCount)
                        .setParameter(4, TokenEntity.column(now))
                        .executeUpdate()
                == 1);
    }

    @Override
    public boolean remove(UUID accountId, UUID id) {
        return entities.call(manager -> manager.createNamedQuery(PasskeyEntity.REMOVE)
                        .setParameter(1, accountId)
                        .setParameter(2, id)
                        .executeUpdate()
                == 1);
    }

    @Override
    public boolean removeAll(UUID accountId) {
        return entities.call(manager -> manager.createNamedQuery(PasskeyEntity.REMOVE_ALL)
                        .setParameter(1, accountId)
                        .executeUpdate()
                > 0);
    }

    private Passkey opened(PasskeyEntity row) {
        return row.passkey(seal.open(row.id().toString(), row.sealedName())
                .map(plain -> new String(plain, StandardCharsets.UTF_8)));
    }
}
