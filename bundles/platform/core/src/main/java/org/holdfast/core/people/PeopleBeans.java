package org.holdfast.core.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.holdfast.core.access.PersonNames;
import org.holdfast.core.access.ReportingLine;
import org.holdfast.core.access.SubsidiaryCodes;
import org.holdfast.core.platform.calendar.WorkingCalendars;
import org.holdfast.core.platform.database.Database;
import org.holdfast.core.protection.KeyRingClosed;
import org.holdfast.core.protection.Vault;
import org.holdfast.core.protection.basis.SubsidiaryFacts;
import org.holdfast.core.protection.erasure.EmployeeNumbers;
import org.holdfast.core.protection.erasure.PersonTraces;
import org.holdfast.core.protection.rights.PersonRecords;
import org.holdfast.launcher.registry.CapabilityRegistry;

/** Makes the beans of this room. */
@ApplicationScoped
public class PeopleBeans {

    @Produces
    @Singleton
    SealedPeople people(Database database, Vault vault) {
        return new SealedPeople(database, vault);
    }

    @Produces
    @Singleton
    StaffRegister register(Database database, Vault vault, SealedPeople people) {
        return new StaffRegister(database, vault, people);
    }

    @Produces
    @Singleton
    PersonTraces employeeTraces(SealedPeople people) {
        return new EmployeeTraces(people);
    }

    @Produces
    @Singleton
    PersonRecords profileRecords(SealedPeople people) {
        return new ProfileRecords(people);
    }

    void forget(@Observes KeyRingClosed closed, SealedPeople people) {
        people.forget();
    }

    @Produces
    @Singleton
    SubsidiaryFacts subsidiaryFacts(SealedPeople people) {
        return id -> people.subsidiary(id)
                .map(found -> new SubsidiaryFacts.Facts(found.country(), found.timezone(), found.sandbox()));
    }

    @Produces
    @Singleton
    WorkingCalendars calendars(CapabilityRegistry registry, SealedPeople people) {
        return new WorkingCalendars(
                registry,
                id -> people.subsidiary(id)
                        .map(found -> new WorkingCalendars.Place(found.country(), found.timezone())));
    }

    @Produces
    @Singleton
    ReportingLine line(SealedPeople people) {
        return (manager, person) -> people.managersOf(person).contains(manager);
    }

    @Produces
    @Singleton
    EmployeeNumbers numbers(SealedPeople people) {
        return person -> person.personId().flatMap(people::card).map(PersonCard::employeeNo);
    }

    @Produces
    @Singleton
    SubsidiaryCodes codes(SealedPeople people) {
        return code -> people.subsidiaryByCode(code).map(Subsidiary::id);
    }

    @Produces
    @Singleton
    PersonNames names(SealedPeople people) {
        return id -> people.card(id).map(card -> new PersonNames.Named(card.subsidiaryId(), card.name()));
    }
}
