package org.holdfast.core.signals;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import org.holdfast.core.platform.database.Database;
import org.holdfast.core.protection.KeyRingClosed;
import org.holdfast.core.protection.Vault;
import org.holdfast.core.protection.basis.ConsentLedger;
import org.holdfast.core.protection.basis.PermittedUse;
import org.holdfast.core.protection.erasure.AgedRecords;
import org.holdfast.core.protection.erasure.PersonTraces;
import org.holdfast.core.protection.erasure.TableTraces;
import org.holdfast.core.protection.rights.PersonRecords;
import org.holdfast.launcher.registry.CapabilityRegistry;

/** Makes the beans of this room. */
@ApplicationScoped
public class SignalBeans {
    @Resource(lookup = "java:comp/DefaultManagedExecutorService")
    private ManagedExecutorService background;

    @Produces
    @Singleton
    SignalStore store(Database database, Vault vault, Clock clock) {
        return new BlockSignalStore(database, vault, clock, background);
    }

    @Produces
    @Singleton
    PersonTraces signalTraces() {
        return TableTraces.of("signals", "signal_block", "signal_delta");
    }

    @Produces
    @Singleton
    PersonTraces consentTraces(SealedConsents consents) {
        return new TableTraces("consents", List.of("consent"), consents::forget);
    }

    @Produces
    @Singleton
    PersonRecords signalRecords(SignalStore store, SignalCatalog catalog, PermittedUse use) {
        return new SignalRecords(store, catalog, use);
    }

    @Produces
    @Singleton
    PersonRecords consentRecords(Consents consents) {
        return new ConsentRecords(consents);
    }

    @Produces
    @Singleton
    AgedRecords agedSignals(Database database, SignalStore store) {
        return new AgedSignals(database, store);
    }

    @Produces
    @Singleton
    Arrivals arrivals(Database database, Clock clock) {
        return new Arrivals(database, clock);
    }

    @Produces
    @Singleton
    SignalCatalog catalog(CapabilityRegistry registry) {
        return new RegistrySignalCatalog(registry);
    }

    @Produces
    @Singleton
    SealedConsents consents(Database database, Vault vault) {
        return new SealedConsents(database, vault);
    }

    void forget(@Observes KeyRingClosed closed, SealedConsents consents) {
        consents.forget();
    }

    @Produces
    @Singleton
    ConsentLedger ledger(Consents consents) {
        return new ConsentBook(consents);
    }

    @Produces
    @Singleton
    MarketPayTable marketPay(Database database) {
        return new MarketPayTable(database);
    }
}
