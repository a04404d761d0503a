package org.holdfast.core.retention;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.holdfast.core.retention.HeldOut.Risen;
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
 * the threshold when that time is over gets a new alert. Where a week has its number of alerts, who gets one is chosen among all. About whom the firm does not negotiate any more there is none.
 */
final class AlertThreshold {
    private final Alerts alerts;
    private final SettingsTable settings;
    private final CurrentScores scores;
    private final Decided decided;
    private final WeeklyAlerts weekly;
    private final HeldOut heldOut;

    AlertThreshold(Alerts alerts, SettingsTable settings, CurrentScores scores, WeeklyAlerts weekly, Around around) {
        this.alerts = alerts;
        this.settings = settings;
        this.scores = scores;
        this.weekly = weekly;
        this.decided = around.decided();
        this.heldOut = around.heldOut();
    }

    /**
     * About whom there is no alert, whatever the score.
     *
     * @param decided whom the firm does not try to keep any more
     * @param heldOut whom a lot keeps from being talked with
     */
    record Around(Decided decided, HeldOut heldOut) {}

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
                && !WeeklyAlerts.waits(crossing.newBand(), set)
                && due(crossing.personId(), crossing.newBand(), set)
                && heldOut.tells(new Risen(crossing.subsidiaryId(), crossing.personId(), crossing.newBand()))
                && alerts.open(crossing.scoreId()).isPresent();
    }

    /**
     * Opens what a stop of the server kept from being opened, what was not to be opened in the quiet time, and what is chosen
     * among those who wait for their week.
     *
     * @return how many alerts were opened
     */
    int catchUp() {
        int opened = 0;
        for (Map.Entry<UUID, List<RiskScore>> firm : due(alerts.latest()).entrySet()) {
            UUID subsidiaryId = firm.getKey();
            for (RiskScore score : weekly.choose(subsidiaryId, settings.current(subsidiaryId), firm.getValue())) {
                boolean told = heldOut.tells(Risen.of(score));
                opened += told && alerts.open(score.id()).isPresent() ? 1 : 0;
            }
        }
        return opened;
    }

    /** Says whether somebody should look for alerts that are due before the usual time. */
    boolean hurries() {
        return heldOut.stopped();
    }

    /** How a subsidiary's week stands, and how many people wait for an alert; empty where nobody has to wait. */
    Optional<Waiting> waiting(UUID subsidiaryId) {
        RiskSettings set = settings.current(subsidiaryId);
        if (set.weeklyAlerts() == 0) {
            return Optional.empty();
        }
        Map<UUID, Alert> latest = alerts.latest();
        Predicate<Risen> held = heldOut.now();
        long waiting = scores.all().stream()
                .map(Current::score)
                .filter(score -> score.subsidiaryId().equals(subsidiaryId))
                .filter(score -> WeeklyAlerts.waits(score.band(), set) && isDue(score, set, latest))
                .filter(score -> !held.test(Risen.of(score)))
                .count();
        return Optional.of(new Waiting(weekly.week(subsidiaryId, set), (int) waiting));
    }

    /**
     * Who waits.
     *
     * @param week how the week stands
     * @param people how many people wait
     */
    record Waiting(WeeklyAlerts.Week week, int people) {}

    /** Returns everybody who may get an alert, by subsidiary. Whoever is held out takes no place of a week. */
    private Map<UUID, List<RiskScore>> due(Map<UUID, Alert> latest) {
        Predicate<Risen> held = heldOut.now();
        Map<UUID, RiskSettings> sets = new HashMap<>();
        Map<UUID, List<RiskScore>> due = new HashMap<>();
        for (Current current : scores.all()) {
            RiskScore score = current.score();
            if (isDue(score, sets.computeIfAbsent(score.subsidiaryId(), settings::current), latest)
                    && !held.test(Risen.of(score))) {
                due.computeIfAbsent(score.subsidiaryId(), id -> new ArrayList<>())
                        .add(score);
            }
        }
        return due;
    }

    private boolean isDue(RiskScore score, RiskSettings set, Map<UUID, Alert> latest) {
        return score.band().compareTo(set.alertFrom()) >= 0
                && due(score.personId(), score.band(), set, latest.get(score.personId()));
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
