package org.holdfast.core.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import org.holdfast.api.jurisdiction.RuleBook;
import org.holdfast.core.access.AccountNames;
import org.holdfast.core.notification.NoticeSource;
import org.holdfast.core.people.People;
import org.holdfast.core.protection.Vault;
import org.holdfast.core.protection.basis.Assessments;
import org.holdfast.core.protection.basis.Contacts;
import org.holdfast.core.protection.basis.LawfulBases;
import org.holdfast.core.protection.basis.Notices;
import org.holdfast.core.protection.basis.ProcessingScope;
import org.holdfast.core.protection.basis.RuleBooks;
import org.holdfast.core.protection.erasure.AgedRecords;
import org.holdfast.core.protection.erasure.Erasures;
import org.holdfast.core.protection.erasure.LegalHolds;
import org.holdfast.core.protection.erasure.StatutoryRecords;
import org.holdfast.core.protection.rights.Deadlines;
import org.holdfast.core.protection.rights.PersonRecords;
import org.holdfast.core.protection.rights.RightsRequests;
import org.holdfast.core.signals.SignalCatalog;

/** Makes the beans of this room. */
@ApplicationScoped
public class PrivacyBeans {

    @Produces
    @Singleton
    AssessmentDesk.Who who(People people, AccountNames officers) {
        return new AssessmentDesk.Who(people, officers);
    }

    @Produces
    @Singleton
    AssessmentDesk desk(
            Assessments assessments, RuleBooks books, ProcessingScope scope, AssessmentDesk.Who who, Clock clock) {
        return new AssessmentDesk(assessments, books, scope, who, clock);
    }

    @Produces
    @Singleton
    NoticeSource requestReminders(RightsRequests requests, Deadlines deadlines) {
        return new RequestReminders(requests, deadlines);
    }

    @Produces
    @Singleton
    NoticeSource assessmentReminders(Assessments assessments, People people, Clock clock) {
        return new AssessmentReminders(assessments, people, clock);
    }

    @Produces
    @Singleton
    RecordBook recordBook(@Any Instance<PersonRecords> rooms, Vault vault, Clock clock) {
        return new RecordBook(rooms, vault::erased, clock);
    }

    @Produces
    @Singleton
    ProcessingRecordResource.OnFile onFile(LawfulBases bases, Contacts contacts) {
        return new ProcessingRecordResource.OnFile(bases, contacts);
    }

    @Produces
    @Singleton
    ProcessingRecordResource.Sources sources(
            People people,
            SignalCatalog catalog,
            ProcessingRecordResource.OnFile bases,
            RuleBooks books,
            ProcessingScope scope) {
        return new ProcessingRecordResource.Sources(people, catalog, bases, books, scope);
    }

    @Produces
    @Singleton
    NoticesResource.Telling telling(Notices notices, Contacts contacts) {
        return new NoticesResource.Telling(notices, contacts);
    }

    @Produces
    @Singleton
    RetentionSchedule.Rules rules(RuleBooks books, People people, StatutoryRecords statutory) {
        return new RetentionSchedule.Rules(
                id -> books.of(id).map(RuleBook::retention).orElse(List.of()), people, statutory);
    }

    @Produces
    @Singleton
    PersonErasureResource.Doing doing(Erasures erasures, LegalHolds holds, StatutoryRecords statutory) {
        return new PersonErasureResource.Doing(erasures, holds, statutory);
    }

    @Produces
    @Singleton
    RetentionSchedule schedule(
            RetentionSchedule.Rules rules,
            Erasures erasures,
            LegalHolds holds,
            @Any Instance<AgedRecords> records,
            Clock clock) {
        return new RetentionSchedule(rules, erasures, holds, records, clock);
    }
}
