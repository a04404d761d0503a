package org.holdfast.core.platform.database;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The server's database, in the server's transactions. */
public final class JtaDatabase implements Database {
    private final DataSource dataSource;
    private final JtaTransactions transactions;
    private final TransactionSynchronizationRegistry synchronizations;

    /**
     * Creates it over the server's services.
     *
     * @param dataSource a data source that takes part in transactions
     * @param transactions begins and ends transactions
     * @param synchronizations tells when they end
     */
    public JtaDatabase(
            DataSource dataSource, JtaTransactions transactions, TransactionSynchronizationRegistry synchronizations) {
        this.dataSource = dataSource;
        this.transactions = transactions;
        this.synchronizations = synchronizations;
    }

    @Override
    public <T> T call(Work<T> work) {
        return transactions.call(() -> onConnection(work));
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
