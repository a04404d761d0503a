package org.holdfast.core.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.holdfast.core.intake.Imports.Services;
import org.holdfast.core.people.PastCases;
import org.holdfast.core.people.SealedPeople;
import org.holdfast.core.people.StaffRegister;
import org.holdfast.core.platform.database.Database;
import org.holdfast.core.platform.jobs.JobSource;
import org.holdfast.core.platform.jobs.JobView;
import org.holdfast.core.protection.Vault;
import org.holdfast.core.protection.erasure.PersonTraces;
import org.holdfast.core.signals.Arrivals;
import org.holdfast.core.signals.Consents;
import org.holdfast.core.signals.MarketPayTable;
import org.holdfast.core.signals.SignalCatalog;
import org.holdfast.core.signals.SignalStore;
import org.holdfast.launcher.host.Host;
import org.holdfast.launcher.registry.CapabilityRegistry;

/** Makes the beans of this room. */
@ApplicationScoped
public class IntakeBeans {

    @Produces
    @Singleton
    Organisation organisation(SealedPeople people, StaffRegister register, PastCases past) {
        return new Organisation(people, register, past);
    }

    @Produces
    @Singleton
    Rooms rooms(Organisation organisation, SignalRoom signals, CapabilityRegistry registry, Clock clock) {
        return new Rooms(
                organisation.people(),
                organisation.register(),
                signals.store(),
                signals.catalog(),
                signals.consents(),
                signals.arrivals(),
                signals.market(),
                organisation.past(),
                new PositionFamilies(registry)::of,
                clock);
    }

    @Produces
    @Singleton
    SignalRoom signalRoom(
            SignalStore store, SignalCatalog catalog, Consents consents, Arrivals arrivals, MarketPayTable market) {
        return new SignalRoom(store, catalog, consents, arrivals, market);
    }

    @Produces
    @Singleton
    Imports imports(Services services, Rooms rooms, Host host, Runner runner) {
        Spool spool = new Spool(host.dataDirectory().resolve("spool"), services.vault());
        return new Imports(services, rooms, spool, runner);
    }

    @Produces
    @Singleton
    Services services(Database database, Vault vault, CapabilityRegistry registry) {
        return new Services(database, vault, registry);
    }

    @Produces
    @Singleton
    SignalItems items(Database database, Rooms rooms) {
        return new SignalItems(database, rooms);
    }

    @Produces
    @Singleton
    PersonTraces rejectedRowTraces() {
        return new RejectedRowTraces();
    }

    @Produces
    @Singleton
    JobSource jobs(Imports imports) {
        return id -> imports.find(id).map(IntakeBeans::job);
    }

    private static JobView job(ImportStatus status) {
        String failure = status.failure();
        return new JobView(
                status.id(),
                "import",
                status.state().code(),
                status.progress(),
                failure == null ? "" : failure,
                ImportView.moment(status.times().started()),
                ImportView.moment(status.times().ended()));
    }

    @Produces
    @Singleton
    InboxWatch inbox(SealedPeople people, Imports imports, Host host) {
        return new InboxWatch(
                host.dataDirectory().resolve("inbox"), people, imports, host.clock(), host.audit()::append);
    }

    /** The room of people. */
    record Organisation(SealedPeople people, StaffRegister register, PastCases past) {}

    /** The room of signals. */
    record SignalRoom(
            SignalStore store, SignalCatalog catalog, Consents consents, Arrivals arrivals, MarketPayTable market) {}
}
