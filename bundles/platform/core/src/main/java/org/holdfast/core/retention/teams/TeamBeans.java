package org.holdfast.core.retention.teams;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.holdfast.core.people.People;
import org.holdfast.core.protection.KeyRingClosed;
import org.holdfast.core.retention.cases.Cases;
import org.holdfast.core.risk.runs.CurrentScores;
import org.holdfast.core.risk.runs.LawfulScores;
import org.holdfast.core.risk.store.ScoreTable;

/** Makes the beans of teams. */
@ApplicationScoped
public class TeamBeans {

    void forget(@Observes KeyRingClosed closed, Leavers leavers) {
        leavers.forget();
    }

    @Produces
    @Singleton
    Leavers leavers(People people) {
        return new Leavers(people);
    }

    @Produces
    @Singleton
    TeamReader teamReader(Leavers leavers, TeamScores scores, Cases cases, People people, Clock clock) {
        return new TeamReader(new Teams(people, leavers, clock), scores, cases, people);
    }

    @Produces
    @Singleton
    TeamScores teamScores(CurrentScores current, ScoreTable table, LawfulScores lawful) {
        return new TeamScores(current, table, lawful::shown);
    }
}
