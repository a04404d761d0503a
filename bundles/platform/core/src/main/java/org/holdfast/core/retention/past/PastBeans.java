package org.holdfast.core.retention.past;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import org.holdfast.api.jurisdiction.RuleBook;
import org.holdfast.core.people.PastCases;
import org.holdfast.core.people.People;
import org.holdfast.core.protection.basis.RuleBooks;
import org.holdfast.core.retention.Needs;
import org.holdfast.core.retention.PastAlerts;
import org.holdfast.core.retention.cases.PastTalks;
import org.holdfast.core.retention.outcomes.PastOutcomes;
import org.holdfast.core.retention.past.PastCaseRegister.Files;

/** Makes the beans of past cases. */
@ApplicationScoped
public class PastBeans {
    @Produces
    @Singleton
    Files pastFiles(PastAlerts alerts, PastTalks talks, PastOutcomes outcomes) {
        return new Files(alerts, talks, outcomes);
    }

    @Produces
    @Singleton
    PastCases pastCases(Files files, People people, Needs needs, RuleBooks books, Clock clock) {
        return new PastCaseRegister(
                files,
                people,
                needs,
                id -> books.of(id).map(RuleBook::retention).orElse(List.of()),
                clock);
    }
}
