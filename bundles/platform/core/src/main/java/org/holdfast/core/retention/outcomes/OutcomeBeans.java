package org.holdfast.core.retention.outcomes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.holdfast.core.notification.NoticeSource;
import org.holdfast.core.people.People;
import org.holdfast.core.platform.database.Database;
import org.holdfast.core.protection.KeyRingClosed;
import org.holdfast.core.protection.Vault;
import org.holdfast.core.protection.erasure.PersonTraces;
import org.holdfast.core.protection.erasure.TableTraces;
import org.holdfast.core.protection.rights.PersonRecords;
import org.holdfast.core.retention.Alerts;
import org.holdfast.core.retention.Decided;
import org.holdfast.core.retention.cases.Cases;
import org.holdfast.core.work.WorkSource;

/** Makes the beans of outcomes. */
@ApplicationScoped
public class OutcomeBeans {
    @Produces
    @Singleton
    OutcomeTable outcomeTable(Database database, Vault vault) {
        return new OutcomeTable(database, vault);
    }

    @Produces
    @Singleton
    Firm outcomeFirm(People people, Alerts alerts, Cases cases, Clock clock) {
        return new Firm(people, alerts, cases, clock);
    }

    @Produces
    @Singleton
    Outcomes outcomes(OutcomeTable table, Firm firm) {
        return new Outcomes(table, firm);
    }

    @Produces
    @Singleton
    PastOutcomes pastOutcomes(OutcomeTable table) {
        return new PastOutcomes(table);
    }

    @Produces
    @Singleton
    Decided decided(Outcomes outcomes) {
        return outcomes::decided;
    }

    @Produces
    @Singleton
    OutcomeReader outcomeReader(OutcomeTable table, Outcomes outcomes, Firm firm) {
        return new OutcomeReader(table, outcomes, firm);
    }

    @Produces
    @Singleton
    OutcomeDesk outcomeDesk(OutcomeTable table, Outcomes outcomes, Firm firm, Event<OutcomeRecorded> events) {
        return new OutcomeDesk(table, outcomes, firm, events::fire);
    }

    @Produces
    @Singleton
    NoticeSource outcomeReminders(Outcomes outcomes, Firm firm) {
        return new OutcomeReminders(outcomes, firm);
    }

    @Produces
    @Singleton
    FollowedCases followedCases(OutcomeTable table) {
        return new FollowedCases(table);
    }

    void forget(@Observes KeyRingClosed closed, FollowedCases followed) {
        followed.forget();
    }

    @Produces
    @Singleton
    WorkSource followUpWork(FollowedCases followed, Firm firm) {
        return new FollowUpWork(followed, firm);
    }

    @Produces
    @Singleton
    PersonRecords outcomeRecords(OutcomeTable table) {
        return new OutcomeRecords(table);
    }

    @Produces
    @Singleton
    PersonTraces outcomeTraces() {
        return traces();
    }

    static PersonTraces traces() {
        return TableTraces.of("outcomes", "case_outcome");
    }
}
