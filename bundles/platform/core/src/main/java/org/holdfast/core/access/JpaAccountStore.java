package org.holdfast.core.access;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.TypedQuery;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.core.platform.database.DatabaseException;
import org.holdfast.core.platform.database.Entities;
import org.holdfast.core.platform.rest.BodySeal;
import org.holdfast.core.platform.rest.RestError;
import org.holdfast.core.platform.rest.RestException;
import org.jspecify.annotations.Nullable;

/**
 * Keeps accounts as entities. The name for people is sealed; the user name is not, because log-in needs it. Names are
 * sealed and opened outside the transaction: a bundle does that.
 */
final class JpaAccountStore implements AccountStore {
    private final Entities entities;
    private final BodySeal seal;

    JpaAccountStore(Entities entities, BodySeal seal) {
        this.entities = entities;
        this.seal = seal;
    }

    @Override
    public List<Account> all() {
        return read(AccountEntity.ALL).stream().map(this::opened).toList();
    }

    @Override
    public Optional<Account> find(UUID id) {
        return read(AccountEntity.BY_ID, id).stream().findFirst().map(this::opened);
    }

    @Override
    public Optional<Account> findByName(String username) {
        return read(AccountEntity.BY_NAME, Account.normal(username)).stream()
                .findFirst()
                .map(this::opened);
    }

    @Override
    public Optional<Account> findByExternalId(String externalId) {
        return read(AccountEntity.BY_EXTERNAL_ID, externalId).stream()
                .findFirst()
                .map(this::opened);
    }

    @Override
    public void add(Account account) {
        AccountEntity row = new AccountEntity(account, sealed(account, false));
        try {
            entities.run(manager -> manager.persist(row));
        } catch (DatabaseException e) {
            if (e.isConstraintViolation()) {
                throw RestException.of(AccessError.USERNAME_TAKEN, "There is an account of that name.");
            }
            throw e;
        }
    }

    @Override
    public boolean change(Account account) {
        byte @Nullable [] name = sealed(account, true);
        try {
            return entities.call(manager -> {
                Optional<AccountEntity> row = query(manager, AccountEntity.BY_ID, account.id())
                        .getResultStream()
                        .findFirst()
                        .filter(known -> known.version() == account.version());
                row.ifPresent(known -> known.take(account, name));
                return row.isPresent();
            });
        } catch (OptimisticLockException e) {
            return false;
        }
    }

    @Override
    public void changePassword(Account account) {
        entities.run(manager -> query(manager, AccountEntity.BY_ID, account.id())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .forEach(row -> row.takePassword(account)));
    }

    private List<AccountEntity> read(String name, Object... parameters) {
        return entities.call(manager -> query(manager, name, parameters).getResultList());
    }

    private static TypedQuery<AccountEntity> query(EntityManager manager, String name, Object... parameters) {
        TypedQuery<AccountEntity> query = manager.createNamedQuery(name, AccountEntity.class);
        for (int i = 0; i < parameters.length; i++) {
            query.setParameter(i + 1, parameters[i]);
        }
        return query;
    }

    /** An empty name is sealed, too: the database does not tell who has one. */
    private byte @Nullable [] sealed(Account account, boolean known) {
        byte[] name = account.displayName().getBytes(StandardCharsets.UTF_8);
        Optional<byte[]> sealed = seal.seal(account.id().toString(), name);
        if (sealed.isEmpty() && (known || name.length > 0)) {
            throw RestException.of(
                    RestError.UNAVAILABLE, "The key ring is sealed, so names cannot be written: unlock it.");
        }
        return sealed.orElse(null);
    }

    private Account opened(AccountEntity row) {
        byte[] sealed = row.sealedName();
        Optional<byte[]> name =
                sealed == null ? Optional.empty() : seal.open(row.id().toString(), sealed);
        return row.account(
                name.map(plain -> new String(plain, StandardCharsets.UTF_8)).orElse(""));
    }
}
