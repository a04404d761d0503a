package org.holdfast.core.platform.database;

import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import java.util.function.Supplier;

/** Begins and ends the server's transactions. Safe for use from many threads. */
public final class JtaTransactions {
    private final UserTransaction transaction;

    /**
     * Creates it over the server's service.
     *
     * @param transaction begins and ends transactions
     */
    public JtaTransactions(UserTransaction transaction) {
        this.transaction = transaction;
    }

    /**
     * Runs work in a transaction: joins the one under way, or else commits when the work returns and rolls back when it
     * throws.
     *
     * @param work what to do
     * @return what the work returns
     * @param <T> its type
     * @throws DatabaseException where the transaction does not complete
     */
    <T> T call(Supplier<T> work) {
        try {
            if (transaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
                return work.get();
            }
            transaction.begin();
            return commit(work);
        } catch (NotSupportedException | SystemException e) {
            throw new DatabaseException(e);
        }
    }

    private <T> T commit(Supplier<T> work) throws SystemException {
        boolean done = false;
        try {
            T result = work.get();
            transaction.commit();
            done = true;
            return result;
        } catch (RollbackException e) {
            done = true;
            throw new DatabaseException(e);
        } catch (HeuristicMixedException | HeuristicRollbackException e) {
            throw new DatabaseException(e);
        } finally {
            if (!done && transaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
                transaction.rollback();
            }
        }
    }
}
