package org.holdfast.core.privacy.breach;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.holdfast.api.jurisdiction.RuleBook;
import org.holdfast.core.notification.NoticeSource;
import org.holdfast.core.people.People;
import org.holdfast.core.platform.database.Database;
import org.holdfast.core.platform.rest.Cursors;
import org.holdfast.core.platform.rest.GaugeSource;
import org.holdfast.core.platform.rest.Texts;
import org.holdfast.core.protection.Vault;
import org.holdfast.core.protection.basis.Contacts;
import org.holdfast.core.protection.basis.RuleBooks;
import org.holdfast.core.protection.erasure.PersonTraces;
import org.holdfast.core.protection.erasure.TableTraces;
import org.holdfast.core.protection.rights.PersonRecords;
import org.holdfast.launcher.host.Host;

/** Makes the beans of the register of breaches. */
@ApplicationScoped
public class BreachBeans {

    @Produces
    @Singleton
    Breaches breaches(Database database, Vault vault, RuleBooks books, Clock clock) {
        Breaches.Tables tables = new Breaches.Tables(
                new BreachTable(database, vault), new BreachSteps(database, vault), new BreachPeople(database));
        return new Breaches(tables, vault, id -> books.of(id).flatMap(RuleBook::breaches), clock);
    }

    @Produces
    @Singleton
    FoundBreaches found(Breaches breaches, People people, Host host) {
        return new FoundBreaches(breaches, people, event -> host.audit().append(event));
    }

    @Produces
    @Singleton
    BreachSummaries summaries(Breaches breaches) {
        return new BreachSummaries(breaches);
    }

    @Produces
    @Singleton
    BreachDrafts drafts(RuleBooks books, Contacts contacts, People people, Texts texts) {
        return new BreachDrafts(books, contacts, people, texts);
    }

    @Produces
    @Singleton
    AffectedPeople affected(Host host, People people) {
        return new AffectedPeople(host, people);
    }

    @Produces
    @Singleton
    BreachPeopleResource.Readers readers(People people, Cursors cursors) {
        return new BreachPeopleResource.Readers(people, cursors);
    }

    @Produces
    @Singleton
    GaugeSource breachGauges(Breaches breaches) {
        return new BreachGauges(breaches);
    }

    @Produces
    @Singleton
    NoticeSource breachReminders(Breaches breaches) {
        return new BreachReminders(breaches);
    }

    @Produces
    @Singleton
    PersonTraces breachTraces() {
        return TableTraces.of("breaches", BreachPeople.TABLE);
    }

    @Produces
    @Singleton
    PersonRecords breachRecords(Breaches breaches) {
        return new BreachRecords(breaches);
    }
}
