package org.holdfast.core.platform.database;

import jakarta.persistence.EntityManager;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The one way to entities: gives an entity manager within a transaction. It is for what is edited row by row; what is
 * read and written in bulk goes through {@link Database}.
 *
 * <p>Safe for use from many threads. A call within a transaction joins it. Nothing that was read stays in memory when
 * the transaction has ended; an entity that leaves the work is detached and must not leave its room.
 */
public interface Entities {

    /**
     * Runs work in a transaction and writes its changes: commits when it returns, rolls back when it throws.
     *
     * @param work what to do; must not keep the manager
     * @return what the work returns
     * @param <T> its type
     * @throws jakarta.persistence.OptimisticLockException where an entity was changed elsewhere since it was read
     * @throws DatabaseException where the database refuses
     */
    <T> T call(Function<EntityManager, T> work);

    /**
     * Runs work without a result in a transaction, as {@link #call} does.
     *
     * @param task what to do
     */
    default void run(Consumer<EntityManager> task) {
        call(manager -> {
            task.accept(manager);
            return Boolean.TRUE;
        });
    }
}
