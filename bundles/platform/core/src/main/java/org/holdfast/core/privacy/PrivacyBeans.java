package org.holdfast.core.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.holdfast.core.people.People;
import org.holdfast.core.protection.basis.Assessments;
import org.holdfast.core.protection.basis.LawfulBases;
import org.holdfast.core.protection.basis.ProcessingScope;
import org.holdfast.core.protection.basis.RuleBooks;
import org.holdfast.core.signals.SignalCatalog;

/** Makes the beans of this room. */
@ApplicationScoped
public class PrivacyBeans {

    @Produces
    @Singleton
    AssessmentDesk desk(Assessments assessments, RuleBooks books, ProcessingScope scope, People people, Clock clock) {
        return new AssessmentDesk(assessments, books, scope, people, clock);
    }

    @Produces
    @Singleton
    ProcessingRecordResource.Sources sources(
            People people, SignalCatalog catalog, LawfulBases bases, RuleBooks books, ProcessingScope scope) {
        return new ProcessingRecordResource.Sources(people, catalog, bases, books, scope);
    }
}
