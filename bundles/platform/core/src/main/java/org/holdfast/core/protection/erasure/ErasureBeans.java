package org.holdfast.core.protection.erasure;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import org.holdfast.api.jurisdiction.RuleBook;
import org.holdfast.core.platform.database.Database;
import org.holdfast.core.protection.Vault;
import org.holdfast.core.protection.basis.RuleBooks;
import org.holdfast.core.protection.rights.PersonRecords;
import org.holdfast.launcher.host.Host;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the beans of this room, and carries out to its end what was cut off. */
@ApplicationScoped
public class ErasureBeans {
    private static final Logger LOG = LoggerFactory.getLogger(ErasureBeans.class);
    private static final int FIRST = 1;

    @Produces
    @Singleton
    LegalHolds holds(Database database, Vault vault) {
        return new LegalHolds(database, vault);
    }

    @Produces
    @Singleton
    Erasures erasures(Host host, Vault vault, Database database, LegalHolds holds, @Any Instance<PersonTraces> rooms) {
        Erasures.Keys keys = new Erasures.Keys(
                vault, host.shredLedger(), event -> host.audit().append(event), host.clock());
        return new Erasures(keys, database, holds, rooms);
    }

    @Produces
    @Singleton
    StatutoryRecords.Sources kept(RuleBooks books, EmployeeNumbers numbers, @Any Instance<PersonRecords> sections) {
        return new StatutoryRecords.Sources(
                id -> books.of(id).map(RuleBook::statutory).orElse(List.of()), sections, numbers);
    }

    @Produces
    @Singleton
    StatutoryRecords statutory(Database database, Vault vault, StatutoryRecords.Sources kept, Clock clock) {
        return new StatutoryRecords(database, vault, kept, clock);
    }

    @Produces
    @Singleton
    PersonTraces statutoryTraces(StatutoryRecords records, Vault vault) {
        return new StatutoryTraces(
                records, person -> vault.erased(person.personId().orElseThrow()));
    }

    @Produces
    @Singleton
    PersonTraces holdTraces() {
        return TableTraces.of("holds", "legal_hold");
    }

    @Produces
    @Singleton
    PersonRecords holdRecords(LegalHolds holds) {
        return new HoldRecords(holds);
    }

    /** Before anything else begins, and so before anybody can ask: rows that a restored backup brought back are gone. */
    void begin(@Observes @Priority(FIRST) @Initialized(ApplicationScoped.class) Object started, Erasures erasures) {
        int again = erasures.repeat();
        if (again > 0) {
            LOG.warn("{} people who had been erased were in the database again and are erased anew", again);
        }
    }
}
