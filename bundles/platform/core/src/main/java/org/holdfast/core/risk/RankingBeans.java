package org.holdfast.core.risk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.holdfast.core.people.People;
import org.holdfast.core.risk.rest.RankingDesk;
import org.holdfast.core.risk.runs.RiskRuns;
import org.holdfast.core.risk.runs.Scoring;

/** Makes what ranks actions. */
@ApplicationScoped
public class RankingBeans {

    @Produces
    @Singleton
    RankingDesk rankingDesk(People people, Scoring.Inputs inputs, Scoring.Kept kept, RiskRuns.LooksBack looksBack) {
        return new RankingDesk(people, inputs, kept, looksBack);
    }
}
