package org.holdfast.core.retention;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.holdfast.core.risk.BandCrossed;
import org.holdfast.core.risk.runs.CurrentScores;
import org.holdfast.core.risk.runs.CurrentScores.Current;
import org.holdfast.core.risk.runs.CurrentScores.Point;
import org.holdfast.core.risk.scoring.Band;
import org.holdfast.core.risk.settings.SettingsTable;
import org.jspecify.annotations.Nullable;

/** Turns a band that rose over the subsidiary's threshold into an alert; hysteresis is in the bands already. */
final class AlertThreshold {
    private final Alerts alerts;
    private final AlertTable table;
    private final SettingsTable settings;
    private final CurrentScores scores;

    AlertThreshold(Alerts alerts, AlertTable table, SettingsTable settings, CurrentScores scores) {
        this.alerts = alerts;
        this.table = table;
        this.settings = settings;
        this.scores = scores;
    }

    /** Says without the database whether a crossing may matter. */
    static boolean mayMatter(BandCrossed crossing) {
        return crossing.newBand().compareTo(crossing.previousBand()) > 0;
    }

    /**
     * Opens an alert where the band rose over the threshold.
     *
     * @param crossing what happened
     * @return whether an alert was opened
     */
    boolean crossed(BandCrossed crossing) {
        Band from = settings.current(crossing.subsidiaryId()).alertFrom();
        return crossing.previousBand().compareTo(from) < 0
                && crossing.newBand().compareTo(from) >= 0
                && alerts.open(crossing.scoreId()).isPresent();
    }

    /**
     * Opens what a stop of the server kept from being opened: somebody is over the threshold and never had an alert, or
     * has none since they were last seen under it.
     *
     * @return how many alerts were opened
     */
    int catchUp() {
        Map<UUID, LocalDate> latest = table.latestDays();
        Map<UUID, Band> thresholds = new HashMap<>();
        int opened = 0;
        for (Current current : scores.all()) {
            Band from = thresholds.computeIfAbsent(
                    current.score().subsidiaryId(), id -> settings.current(id).alertFrom());
            if (missed(current, from, latest.get(current.score().personId()))) {
                opened += alerts.open(current.score().id()).isPresent() ? 1 : 0;
            }
        }
        return opened;
    }

    private static boolean missed(Current current, Band from, @Nullable LocalDate latest) {
        if (current.score().band().compareTo(from) < 0) {
            return false;
        }
        if (latest == null) {
            return true;
        }
        List<Point> points = current.points();
        for (int at = points.size() - 1; at >= 0; at--) {
            if (points.get(at).band().compareTo(from) < 0) {
                // It rose over the threshold on a later day than that of the latest alert.
                return !points.get(at).asOf().isBefore(latest);
            }
        }
        return false;
    }
}
