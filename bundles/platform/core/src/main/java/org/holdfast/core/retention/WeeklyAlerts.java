package org.holdfast.core.retention;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.holdfast.core.people.People;
import org.holdfast.core.people.Subsidiary;
import org.holdfast.core.risk.scoring.Band;
import org.holdfast.core.risk.scoring.RiskScore;
import org.holdfast.core.risk.settings.RiskSettings;

/**
 * How many alerts are opened in a week, so that HR can talk with everybody they are told about. A week goes from Monday to Sunday
 * in the subsidiary's time zone. The highest band never waits, and counts. Whoever waits is chosen among anew each time, so
 * nothing has to be kept and nobody is lost: a week later they are there with the score they have then.
 */
final class WeeklyAlerts {
    private final Alerts alerts;
    private final People people;
    private final ExpectedBenefit benefit;
    private final Around around;

    /**
     * What it asks of other rooms.
     *
     * @param hr counts the accounts of HR of a subsidiary
     * @param scoring says whether a subsidiary is being scored, so that nobody is chosen among the half of its people
     */
    record Around(ToIntFunction<UUID> hr, Predicate<UUID> scoring) {}

    WeeklyAlerts(Alerts alerts, People people, ExpectedBenefit benefit, Around around) {
        this.alerts = alerts;
        this.people = people;
        this.benefit = benefit;
        this.around = around;
    }

    /**
     * How a week stands.
     *
     * @param limit how many may be opened in it
     * @param opened how many were
     * @param next the first day of the next one
     */
    record Week(int limit, int opened, LocalDate next) {

        int left() {
            return Math.max(0, limit - opened);
        }
    }

    /** Says whether somebody may have to wait. */
    static boolean waits(Band band, RiskSettings set) {
        return set.weeklyAlerts() > 0 && band != Band.HIGH;
    }

    /** Chooses about whom alerts are opened now. */
    List<RiskScore> choose(UUID subsidiaryId, RiskSettings set, List<RiskScore> due) {
        if (set.weeklyAlerts() == 0) {
            return due;
        }
        List<RiskScore> chosen = due.stream()
                .filter(score -> !waits(score.band(), set))
                .collect(Collectors.toCollection(ArrayList::new));
        if (!around.scoring().test(subsidiaryId)) {
            int left = week(subsidiaryId, set).left() - chosen.size();
            List<RiskScore> others =
                    due.stream().filter(score -> waits(score.band(), set)).toList();
            benefit.order(others, set.cost()).stream().limit(Math.max(0, left)).forEach(chosen::add);
        }
        return chosen;
    }

    /** Returns how this week stands. */
    Week week(UUID subsidiaryId, RiskSettings set) {
        ZoneId zone = people.subsidiary(subsidiaryId)
                .<ZoneId>map(Subsidiary::timezone)
                .orElse(ZoneOffset.UTC);
        LocalDate monday =
                LocalDate.ofInstant(alerts.now(), zone).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        Instant begin = monday.atStartOfDay(zone).toInstant();
        long opened = alerts.ofSubsidiary(subsidiaryId).stream()
                .filter(alert -> !alert.imported() && !alert.times().openedAt().isBefore(begin))
                .count();
        // Where nobody has the role yet, group HR looks after it, as one.
        int accounts = Math.max(1, around.hr().applyAsInt(subsidiaryId));
        return new Week(set.weeklyAlerts() * accounts, (int) opened, monday.plusWeeks(1));
    }
}
