package org.holdfast.core.insight;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.holdfast.core.people.People;
import org.holdfast.core.platform.database.Database;
import org.holdfast.core.protection.KeyRingClosed;
import org.holdfast.core.protection.erasure.PersonTraces;
import org.holdfast.core.retention.Alerts;
import org.holdfast.core.risk.runs.CurrentScores;

/** Makes the beans of this room. */
@ApplicationScoped
public class InsightBeans {

    void forget(@Observes KeyRingClosed closed, Insight insight, Leavers leavers) {
        insight.forget();
        leavers.forget();
    }

    @Produces
    @Singleton
    Insight insight(People people, CurrentScores scores, Alerts alerts, ErasedAttrition erased, Clock clock) {
        return new Insight(people, scores, alerts, erased, clock);
    }

    @Produces
    @Singleton
    Leavers leavers(Insight insight, ErasedAttrition erased, People people, Clock clock) {
        return new Leavers(insight.employments(), erased, people, clock);
    }

    @Produces
    @Singleton
    @Typed({ErasedAttrition.class, PersonTraces.class})
    ErasedAttrition erased(Database database, People people) {
        return new ErasedAttrition(database, people);
    }
}
