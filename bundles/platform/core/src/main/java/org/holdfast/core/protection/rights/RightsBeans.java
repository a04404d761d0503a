package org.holdfast.core.protection.rights;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import org.holdfast.api.jurisdiction.RetentionRule;
import org.holdfast.api.jurisdiction.RuleBook;
import org.holdfast.core.platform.calendar.WorkingCalendars;
import org.holdfast.core.platform.database.Database;
import org.holdfast.core.protection.Vault;
import org.holdfast.core.protection.basis.BasesChanged;
import org.holdfast.core.protection.basis.RuleBooks;
import org.holdfast.core.protection.erasure.AgedRecords;
import org.holdfast.core.protection.erasure.AgedTable;
import org.holdfast.core.protection.erasure.PersonTraces;

/** Makes the beans of this room. */
@ApplicationScoped
public class RightsBeans {

    @Produces
    @Singleton
    AutomatedDecisions automatedDecisions(RuleBooks books) {
        return new AutomatedDecisions(books::of);
    }

    @Produces
    @Singleton
    StandingObjections objections(Database database, AutomatedDecisions rules) {
        return new StandingObjections(database, rules);
    }

    @Produces
    @Singleton
    Deadlines deadlines(RuleBooks books, WorkingCalendars calendars, Clock clock) {
        return new Deadlines(id -> books.of(id).map(RuleBook::responseTimes).orElse(List.of()), calendars::of, clock);
    }

    @Produces
    @Singleton
    RightsRequests requests(
            RequestTable table,
            StandingObjections objections,
            RightsRequests.Rules rules,
            Event<BasesChanged> events,
            Clock clock) {
        return new RightsRequests(
                table, objections, rules, subsidiary -> events.fire(new BasesChanged(subsidiary)), clock);
    }

    @Produces
    @Singleton
    RightsRequests.Rules rules(Deadlines deadlines, AutomatedDecisions automated) {
        return new RightsRequests.Rules(deadlines, automated);
    }

    @Produces
    @Singleton
    RequestTable table(Database database, Vault vault) {
        return new RequestTable(database, vault);
    }

    @Produces
    @Singleton
    PersonTraces requestTraces(StandingObjections objections, Clock clock) {
        return new RequestTraces(objections, clock);
    }

    @Produces
    @Singleton
    PersonRecords requestRecords(RightsRequests requests) {
        return new RequestRecords(requests);
    }

    @Produces
    @Singleton
    AgedRecords agedRequests(Database database) {
        return new AgedTable(RetentionRule.Kind.REQUESTS, database, "rights_request", "over_since", day -> day);
    }
}
