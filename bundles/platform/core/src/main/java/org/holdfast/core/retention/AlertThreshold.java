package org.holdfast.core.retention;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.holdfast.core.risk.BandCrossed;
import org.holdfast.core.risk.runs.CurrentScores;
import org.holdfast.core.risk.runs.CurrentScores.Current;
import org.holdfast.core.risk.scoring.Band;
import org.holdfast.core.risk.scoring.RiskScore;
import org.holdfast.core.risk.settings.RiskSettings;
import org.holdfast.core.risk.settings.SettingsTable;
import org.jspecify.annotations.Nullable;

/**
 * Turns a band that rose over the subsidiary's threshold into an alert; hysteresis is in the bands already. After an alert was
 * closed it is quiet about the person for a while, unless the band rises over the one the alert was opened at; whoever is still over
 * the threshold when that time is over gets a new alert. About whom the firm does not negotiate any more there is none.
 */
final class AlertThreshold {
    private final Alerts alerts;
    private final SettingsTable settings;
    private final CurrentScores scores;
    private final Decided decided;

    AlertThreshold(Alerts alerts, SettingsTable settings, CurrentScores scores, Decided decided) {
        this.alerts = alerts;
        this.settings = settings;
        this.scores = scores;
        this.decided = decided;
    }

    /** Says without the database whether a crossing may matter. */
    static boolean mayMatter(BandCrossed crossing) {
        return crossing.newBand().compareTo(crossing.previousBand()) > 0;
    }

    /**
     * Opens an alert where the band rose over the threshold, or over that of an alert about which it is quiet now.
     *
     * @param crossing what happened
     * @return whether an alert was opened
     */
    boolean crossed(BandCrossed crossing) {
        RiskSettings set = settings.current(crossing.subsidiaryId());
        return crossing.newBand().compareTo(set.alertFrom()) >= 0
                && due(crossing.personId(), crossing.newBand(), set)
                && alerts.open(crossing.scoreId()).isPresent();
    }

    /**
     * Opens what a stop of the server kept from being opened, and what was not to be opened in the quiet time.
     *
     * @return how many alerts were opened
     */
    int catchUp() {
        Map<UUID, RiskSettings> sets = new HashMap<>();
        Map<UUID, Alert> latest = alerts.latest();
        int opened = 0;
        for (Current current : scores.all()) {
            RiskScore score = current.score();
            RiskSettings set = sets.computeIfAbsent(score.subsidiaryId(), settings::current);
            if (score.band().compareTo(set.alertFrom()) >= 0
                    && due(score.personId(), score.band(), set, latest.get(score.personId()))) {
                opened += alerts.open(score.id()).isPresent() ? 1 : 0;
            }
        }
        return opened;
    }

    private boolean due(UUID personId, Band band, RiskSettings set) {
        return due(personId, band, set, alerts.latest(personId).orElse(null));
    }

    private boolean due(UUID personId, Band band, RiskSettings set, @Nullable Alert latest) {
        if (latest == null) {
            return true;
        }
        Instant closed = latest.times().closedAt();
        if (closed == null) {
            return false;
        }
        boolean quiet = alerts.now().isBefore(closed.plus(set.quietTime(), ChronoUnit.DAYS));
        // What somebody noticed before the product has no band that could be risen over.
        boolean higher =
                !latest.imported() && band.compareTo(alerts.content(latest).band()) > 0;
        return (!quiet || higher) && !decided.about(personId);
    }
}
