package org.holdfast.core.platform.host;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnit;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.UserTransaction;
import java.time.Clock;
import javax.sql.DataSource;
import org.holdfast.core.platform.channel.Channels;
import org.holdfast.core.platform.database.Database;
import org.holdfast.core.platform.database.Entities;
import org.holdfast.core.platform.database.JtaDatabase;
import org.holdfast.core.platform.database.JtaEntities;
import org.holdfast.core.platform.database.JtaTransactions;
import org.holdfast.launcher.host.Host;
import org.holdfast.launcher.registry.CapabilityRegistry;

/** Brings what the launcher has made into the core: the bundles, the clock, the database. */
@ApplicationScoped
public class HostBeans {
    @Resource(lookup = "jdbc/holdfast")
    private DataSource dataSource;

    @PersistenceUnit(unitName = "holdfast")
    private EntityManagerFactory entities;

    @Resource(lookup = "java:comp/UserTransaction")
    private UserTransaction transaction;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    private TransactionSynchronizationRegistry synchronizations;

    @Produces
    @Singleton
    Host host() {
        return Host.current()
                .orElseThrow(() -> new IllegalStateException("The core runs under Holdfast's launcher only"));
    }

    @Produces
    @Singleton
    CapabilityRegistry registry(Host host) {
        return host.registry();
    }

    @Produces
    @Singleton
    Channels channels(CapabilityRegistry registry) {
        return new Channels(registry);
    }

    @Produces
    @Singleton
    Clock clock(Host host) {
        return host.clock();
    }

    @Produces
    @Singleton
    Database database() {
        return new JtaDatabase(dataSource, new JtaTransactions(transaction), synchronizations);
    }

    @Produces
    @Singleton
    Entities entities() {
        return new JtaEntities(entities, new JtaTransactions(transaction));
    }
}
