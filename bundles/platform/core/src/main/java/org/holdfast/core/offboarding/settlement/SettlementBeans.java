package org.holdfast.core.offboarding.settlement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import org.holdfast.core.offboarding.labour.ExitLaw;
import org.holdfast.core.people.People;
import org.holdfast.core.platform.database.Database;
import org.holdfast.core.platform.rest.Texts;
import org.holdfast.core.protection.Vault;
import org.holdfast.core.protection.erasure.PersonTraces;
import org.holdfast.core.protection.erasure.TableTraces;
import org.holdfast.core.protection.rights.PersonRecords;

/** Makes the beans of settlements. */
@ApplicationScoped
public class SettlementBeans {

    @Produces
    @Singleton
    SettlementTable settlementTable(Database database, Vault vault) {
        return new SettlementTable(database, vault);
    }

    @Produces
    @Singleton
    LocalWageTable localWages(Database database) {
        return new LocalWageTable(database);
    }

    @Produces
    @Singleton
    SettlementDesk.World settlementWorld(Instance<ExitFacts> facts, ExitLaw law, People people, Clock clock) {
        // Who leaves is told by offboarding cases; without them there is no case, and no settlement.
        ExitFacts told = facts.isResolvable() ? facts.get() : id -> Optional.empty();
        return new SettlementDesk.World(told, law, people, clock);
    }

    @Produces
    @Singleton
    SettlementDesk settlementDesk(SettlementTable table, LocalWageTable wages, SettlementDesk.World world) {
        return new SettlementDesk(table, wages, world);
    }

    @Produces
    @Singleton
    SettlementReader settlementReader(People people, LocalWageTable wages, Texts texts) {
        return new SettlementReader(people, wages, texts);
    }

    @Produces
    @Singleton
    PersonTraces settlementTraces() {
        return TableTraces.of("settlements", "offboarding_settlement");
    }

    @Produces
    @Singleton
    OpenSettlements openSettlements(SettlementTable table, SettlementDesk.World world) {
        return new UnsettledCases(table, world.facts(), world.law());
    }

    @Produces
    @Singleton
    PersonRecords settlementRecords(SettlementTable table) {
        return new SettlementRecords(table);
    }
}
