package org.holdfast.core.offboarding.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.holdfast.core.notification.NoticeSource;
import org.holdfast.core.offboarding.accounts.ClosingRound.Firm;
import org.holdfast.core.people.People;
import org.holdfast.core.platform.database.Database;
import org.holdfast.core.platform.rest.Texts;
import org.holdfast.core.protection.Vault;
import org.holdfast.core.protection.erasure.PersonTraces;
import org.holdfast.core.protection.erasure.TableTraces;
import org.holdfast.core.protection.rights.PersonRecords;
import org.holdfast.launcher.host.Host;
import org.holdfast.launcher.registry.CapabilityRegistry;

/** Makes the beans of accounts. */
@ApplicationScoped
public class AccountBeans {

    @Produces
    @Singleton
    Register accountRegister(Database database, Vault vault) {
        SealedParts parts = new SealedParts(vault);
        return new Register(
                new SystemTable(database, parts),
                new AccountTable(database, parts),
                new ClosingTable(database),
                new WorkTable(database));
    }

    @Produces
    @Singleton
    OrphanTable orphanTable(Database database, Vault vault) {
        return new OrphanTable(database, new SealedParts(vault));
    }

    @Produces
    @Singleton
    Connectors accountConnectors(CapabilityRegistry registry) {
        return new Connectors(registry);
    }

    @Produces
    @Singleton
    SystemCalls systemCalls(Connectors connectors) {
        return new SystemCalls(connectors);
    }

    @Produces
    @Singleton
    Closings accountClosings(Register register, People people, Database database, Clock clock) {
        return new Closings(register, people, database, clock);
    }

    @Produces
    @Singleton
    Firm accountFirm(People people, Database database, Clock clock, Host host) {
        return new Firm(people, database, clock, event -> host.audit().append(event));
    }

    @Produces
    @Singleton
    AccountJobs accountJobs(Register register, Closings closings, OrphanTable orphans, Asking asking) {
        return new AccountJobs(
                new ClosingRound(register, closings, asking.calls(), asking.firm()),
                new OrphanScan(register, orphans, asking.calls(), asking.firm()));
    }

    /**
     * How systems are asked, and about whom.
     *
     * @param calls asks them
     * @param firm whose accounts
     */
    record Asking(SystemCalls calls, Firm firm) {}

    @Produces
    @Singleton
    Asking accountAsking(SystemCalls calls, Firm firm) {
        return new Asking(calls, firm);
    }

    @Produces
    @Singleton
    SystemDesk systemDesk(Register register, Connectors connectors, Clock clock) {
        return new SystemDesk(register.systems(), connectors, clock);
    }

    @Produces
    @Singleton
    SystemReader systemReader(Connectors connectors, SystemCalls calls, People people, Texts texts) {
        return new SystemReader(connectors, calls, people, texts);
    }

    @Produces
    @Singleton
    AccountReader accountReader(Register register, Closings closings, OrphanTable orphans, Asking asking, Texts texts) {
        People people = asking.firm().people();
        AccountDesk desk = new AccountDesk(
                register, closings, asking.calls(), people, asking.firm().clock());
        return new AccountReader(desk, closings, orphans, people, texts);
    }

    @Produces
    @Singleton
    NoticeSource accountReminders(Register register) {
        return new AccountReminders(register.works());
    }

    /** What is known of a person's accounts; the accounts themselves stay as they are, for the next scan to show. */
    @Produces
    @Singleton
    PersonTraces accountTraces() {
        return TableTraces.of(
                "systemAccounts",
                "offboarding_account_work",
                "offboarding_account_closing",
                "offboarding_account",
                "offboarding_account_orphan");
    }

    @Produces
    @Singleton
    PersonRecords accountRecords(Register register, Closings closings) {
        return new AccountRecords(register, closings);
    }
}
