package org.holdfast.core.platform.database;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * The one way to plain JDBC: gives a connection within a transaction.
 *
 * <p>Safe for use from many threads. A call within a call joins the transaction that is under way.
 */
public interface Database {

    /**
     * Runs work in a transaction: commits when it returns, rolls back when it throws.
     *
     * @param work what to do; must not close or commit the connection
     * @return what the work returns
     * @param <T> its type
     * @throws DatabaseException where the database refuses
     */
    <T> T call(Work<T> work);

    /**
     * Runs work without a result in a transaction, as {@link #call} does.
     *
     * @param task what to do
     */
    default void run(Task task) {
        call(connection -> {
            task.run(connection);
            return Boolean.TRUE;
        });
    }

    /**
     * Runs something once the present transaction has committed, or at once where there is none. It is forgotten where
     * the transaction rolls back.
     *
     * @param action what to do; must not use the database in the committing thread's transaction
     */
    void afterCommit(Runnable action);

    /**
     * Work with a result.
     *
     * @param <T> type of the result
     */
    @FunctionalInterface
    interface Work<T> {
        /**
         * Does the work.
         *
         * @param connection the transaction's connection
         * @return the result
         * @throws SQLException where the database refuses
         */
        T on(Connection connection) throws SQLException;
    }

    /** Work without a result. */
    @FunctionalInterface
    interface Task {
        /**
         * Does the work.
         *
         * @param connection the transaction's connection
         * @throws SQLException where the database refuses
         */
        void run(Connection connection) throws SQLException;
    }
}
