package org.holdfast.core.platform.database;

import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.UserTransaction;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The server's database, in the server's transactions. */
public final class JtaDatabase implements Database {
    private final DataSource dataSource;
    private final UserTransaction transaction;
    private final TransactionSynchronizationRegistry synchronizations;

    /**
     * Creates it over the server's services.
     *
     * @param dataSource a data source that takes part in transactions
     * @param transaction begins and ends transactions
     * @param synchronizations tells when they end
     */
    public JtaDatabase(
            DataSource dataSource, UserTransaction transaction, TransactionSynchronizationRegistry synchronizations) {
        this.dataSource = dataSource;
        this.transaction = transaction;
        this.synchronizations = synchronizations;
    }

    @Override
    public <T> T call(Work<T> work) {
        try {
            if (transaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
                return onConnection(work);
            }
            transaction.begin();
            return commit(work);
        } catch (NotSupportedException | SystemException e) {
            throw new DatabaseException(e);
        }
    }

    private <T> T commit(Work<T> work) throws SystemException {
        boolean done = false;
        try {
            T result = onConnection(work);
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

    private <T> T onConnection(Work<T> work) {
        try (Connection connection = dataSource.getConnection()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    @Override
    public void afterCommit(Runnable action) {
        if (synchronizations.getTransactionKey() == null) {
            action.run();
            return;
        }
        synchronizations.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // Nothing to do before it is certain.
            }

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    action.run();
                }
            }
        });
    }
}
