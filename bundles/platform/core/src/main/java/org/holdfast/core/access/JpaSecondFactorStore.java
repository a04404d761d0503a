package org.holdfast.core.access;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.holdfast.core.platform.database.DatabaseException;
import org.holdfast.core.platform.database.Entities;
import org.holdfast.core.platform.rest.BodySeal;
import org.holdfast.core.platform.rest.RestError;
import org.holdfast.core.platform.rest.RestException;

/** Keeps second factors as entities. Secrets are sealed and opened outside the transaction: a bundle does that. */
final class JpaSecondFactorStore implements SecondFactorStore {
    private final Entities entities;
    private final BodySeal seal;

    JpaSecondFactorStore(Entities entities, BodySeal seal) {
        this.entities = entities;
        this.seal = seal;
    }

    @Override
    public Optional<SecondFactor> find(UUID accountId) {
        return entities.call(manager -> row(manager, accountId, LockModeType.NONE))
                .map(row -> row.factor(seal.open(accountId.toString(), row.sealedSecret())
                        .map(plain -> new String(plain, StandardCharsets.US_ASCII))));
    }

    @Override
    public Set<UUID> holders() {
        return entities.call(manager -> Set.copyOf(
                manager.createNamedQuery(SecondFactorEntity.HOLDERS, UUID.class).getResultList()));
    }

    @Override
    public void begin(UUID accountId, String secret, Instant now) {
        byte[] sealed = seal.seal(accountId.toString(), secret.getBytes(StandardCharsets.US_ASCII))
                .orElseThrow(() -> RestException.of(
                        RestError.UNAVAILABLE, "The key ring is sealed, so no secret can be written: unlock it."));
        try {
            entities.run(manager -> row(manager, accountId, LockModeType.PESSIMISTIC_WRITE)
                    .ifPresentOrElse(
                            known -> {
                                if (known.confirmed()) {
                                    throw exists();
                                }
                                known.begin(sealed, now);
                            },
                            () -> manager.persist(new SecondFactorEntity(accountId, sealed, now))));
        } catch (DatabaseException e) {
            // Two pages of the same holder began at once: the other one goes on.
            throw e.isConstraintViolation() ? exists() : e;
        }
    }

    @Override
    public boolean confirm(UUID accountId, long step, Collection<String> recoveryHashes) {
        return onLocked(accountId, row -> {
            boolean pending = !row.confirmed();
            if (pending) {
                row.confirm(step, recoveryHashes);
            }
            return pending;
        });
    }

    @Override
    public boolean useStep(UUID accountId, long step) {
        return entities.call(manager -> manager.createNamedQuery(SecondFactorEntity.USE_STEP)
                        .setParameter(1, accountId)
                        .setParameter(2, step)
                        .executeUpdate()
                == 1);
    }

    @Override
    public boolean useRecoveryCode(UUID accountId, String hash) {
        return onLocked(accountId, row -> row.useRecoveryCode(hash));
    }

    @Override
    public boolean remove(UUID accountId) {
        return entities.call(manager -> manager.createNamedQuery(SecondFactorEntity.REMOVE)
                        .setParameter(1, accountId)
                        .executeUpdate()
                == 1);
    }

    private boolean onLocked(UUID accountId, Predicate<SecondFactorEntity> work) {
        return entities.call(manager -> row(manager, accountId, LockModeType.PESSIMISTIC_WRITE)
                .filter(work)
                .isPresent());
    }

    private static Optional<SecondFactorEntity> row(EntityManager manager, UUID accountId, LockModeType lock) {
        return manager.createNamedQuery(SecondFactorEntity.BY_ACCOUNT, SecondFactorEntity.class)
                .setParameter(1, accountId)
                .setLockMode(lock)
                .getResultStream()
                .findFirst();
    }

    private static RestException exists() {
        return RestException.of(AccessError.SECOND_FACTOR_EXISTS, "There is a second factor: remove it first.");
    }
}
