package org.holdfast.core.platform.database;

import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.util.function.Function;

/** What every call on entities does, whoever ends its transaction. */
final class EntityWork {
    private EntityWork() {}

    /** Does the work and writes its changes at once, so that a refusal is told to the caller and not to the commit. */
    static <T> T run(EntityManager entities, Function<EntityManager, T> work) {
        try (entities) {
            T result = work.apply(entities);
            entities.flush();
            return result;
        } catch (OptimisticLockException e) {
            throw e;
        } catch (PersistenceException e) {
            throw refusal(e);
        }
    }

    /** Only the state is told: the words of the library and the driver may hold values. */
    private static DatabaseException refusal(PersistenceException failure) {
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refused) {
                return new DatabaseException(refused);
            }
        }
        return new DatabaseException(failure);
    }
}
