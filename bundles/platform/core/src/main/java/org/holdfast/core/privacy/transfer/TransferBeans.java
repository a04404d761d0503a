package org.holdfast.core.privacy.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.holdfast.core.people.People;
import org.holdfast.core.platform.database.Database;
import org.holdfast.core.protection.basis.Assessments;
import org.holdfast.core.protection.basis.RuleBooks;
import org.holdfast.core.protection.erasure.PersonTraces;
import org.holdfast.core.protection.erasure.TableTraces;
import org.holdfast.core.protection.rights.PersonRecords;

/** Makes the beans of the transfer gate. */
@ApplicationScoped
public class TransferBeans {

    @Produces
    @Singleton
    Transfers transfers(Database database, RuleBooks books, Assessments assessments, People people, Clock clock) {
        return new Transfers(
                database,
                new TransferCounters(database),
                new PermitTable(database),
                new Transfers.Facts(books, assessments, people),
                clock);
    }

    @Produces
    @Singleton
    PersonTraces transferTraces() {
        return TableTraces.of("transfers", TransferCounters.TABLE);
    }

    @Produces
    @Singleton
    PersonRecords transferRecords(Database database) {
        return new TransferRecords(database);
    }
}
