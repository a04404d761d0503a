package org.holdfast.core.platform.database;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.function.Function;

/** The server's persistence unit, in the server's transactions. */
public final class JtaEntities implements Entities {
    private final EntityManagerFactory factory;
    private final JtaTransactions transactions;

    /**
     * Creates it over the server's services.
     *
     * @param factory makes entity managers that join the transaction under way
     * @param transactions begins and ends transactions
     */
    public JtaEntities(EntityManagerFactory factory, JtaTransactions transactions) {
        this.factory = factory;
        this.transactions = transactions;
    }

    @Override
    public <T> T call(Function<EntityManager, T> work) {
        return transactions.call(() -> EntityWork.run(factory.createEntityManager(), work));
    }
}
