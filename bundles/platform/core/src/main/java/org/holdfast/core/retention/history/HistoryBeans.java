package org.holdfast.core.retention.history;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.holdfast.core.people.People;
import org.holdfast.core.people.PersonalSignals;
import org.holdfast.core.platform.rest.Texts;
import org.holdfast.core.risk.runs.LawfulScores;
import org.holdfast.core.risk.settings.SettingsTable;
import org.holdfast.core.risk.store.ScoreTable;

/** Makes what shows the history of a person. */
@ApplicationScoped
public class HistoryBeans {

    @Produces
    @Singleton
    HistoryDesk.Scores scores(ScoreTable table, LawfulScores lawful, SettingsTable settings) {
        return new HistoryDesk.Scores(table, lawful, settings);
    }

    @Produces
    @Dependent
    HistoryDesk desk(People people, PersonalSignals signals, HistoryDesk.Scores scores, Texts texts, Clock clock) {
        return new HistoryDesk(people, signals, scores, texts, clock);
    }
}
