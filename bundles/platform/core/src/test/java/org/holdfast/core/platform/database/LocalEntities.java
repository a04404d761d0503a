package org.holdfast.core.platform.database;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.EntityTransaction;
import jakarta.persistence.Persistence;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;

/** The product's persistence unit with all its settings, on a data source of a test, with transactions of its own. */
public final class LocalEntities implements Entities, AutoCloseable {
    private final EntityManagerFactory factory;

    public LocalEntities(DataSource source) {
        factory = Persistence.createEntityManagerFactory(
                "holdfast",
                Map.of(
                        "jakarta.persistence.transactionType",
                        "RESOURCE_LOCAL",
                        "jakarta.persistence.jtaDataSource",
                        "",
                        "jakarta.persistence.nonJtaDataSource",
                        source,
                        "eclipselink.session-name",
                        UUID.randomUUID().toString()));
    }

    @Override
    public <T> T call(Function<EntityManager, T> work) {
        EntityManager manager = factory.createEntityManager();
        EntityTransaction transaction = manager.getTransaction();
        transaction.begin();
        try {
            T result = EntityWork.run(manager, work);
            transaction.commit();
            return result;
        } finally {
            if (transaction.isActive()) {
                transaction.rollback();
            }
        }
    }

    public <T> T unwrap(Class<T> type) {
        return factory.unwrap(type);
    }

    @Override
    public void close() {
        factory.close();
    }
}
