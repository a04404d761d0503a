package org.holdfast.core.risk.settings;

import java.time.LocalTime;
import java.util.List;
import org.holdfast.core.risk.scoring.Band;
import org.holdfast.core.risk.scoring.Bands;
import org.holdfast.core.risk.scoring.EvidenceRule;
import org.jspecify.annotations.Nullable;

/**
 * What a subsidiary can set about risk.
 *
 * @param version rises by one with each change; 0 for what ships
 * @param bands where the bands begin
 * @param evidence how much must be known for a score
 * @param horizonDays within how many days an exit counts when a model is trained, 30 to 365
 * @param alertFrom the lowest band that opens an alert
 * @param minExits fewest exits before a trained model replaces the scorecard
 * @param cost what losing somebody costs
 * @param nightlyAt at what time of the subsidiary's own day everybody is scored, such as {@code 02:00}; null for that
 * @param quietDays for how many days after an alert was closed no new one is opened about the person, 0 to 365; null for 30
 * @param alertsPerWeek how many alerts are opened in a week for each account of HR, 0 to 1000; 0 or null for all
 * @param featuresOff codes of the industry's features that this subsidiary does not use, sorted; usually none
 */
public record RiskSettings(
        int version,
        Bands bands,
        EvidenceRule evidence,
        int horizonDays,
        Band alertFrom,
        int minExits,
        CostInputs cost,
        @Nullable String nightlyAt,
        @Nullable Integer quietDays,
        @Nullable Integer alertsPerWeek,
        List<String> featuresOff) {

    private static final int QUIET_DAYS = 30;
    private static final int MOST_QUIET_DAYS = 365;
    private static final int MOST_ALERTS = 1000;

    private static final LocalTime NIGHT = LocalTime.of(2, 0);

    /** The settings of a new subsidiary. */
    public static final RiskSettings STANDARD = new RiskSettings(
            0,
            Bands.STANDARD,
            EvidenceRule.STANDARD,
            180,
            Band.MID_HIGH,
            150,
            CostInputs.STANDARD,
            null,
            null,
            null,
            List.of());

    /** Checks the horizon and the exits. Settings stored before features could be switched off name none. */
    public RiskSettings {
        featuresOff = featuresOff == null
                ? List.of()
                : featuresOff.stream().distinct().sorted().toList();
        if (horizonDays < 30 || horizonDays > 365) {
            throw new IllegalArgumentException("The horizon is not within 30 to 365 days");
        }
        if (minExits < 20) {
            throw new IllegalArgumentException("A trained model needs at least 20 exits");
        }
        if (alertFrom == Band.UNKNOWN) {
            throw new IllegalArgumentException("Not knowing opens no alert");
        }
        checkQuiet(quietDays);
        checkWeekly(alertsPerWeek);
        if (nightlyAt != null && !nightlyAt.matches("([01]\\d|2[0-3]):[0-5]\\d")) {
            throw new IllegalArgumentException("The time of the nightly run is not of the form 02:00");
        }
    }

    private static void checkWeekly(@Nullable Integer alerts) {
        if (alerts != null && (alerts < 0 || alerts > MOST_ALERTS)) {
            throw new IllegalArgumentException("The number of alerts in a week is not within 0 to 1000");
        }
    }

    private static void checkQuiet(@Nullable Integer days) {
        if (days != null && (days < 0 || days > MOST_QUIET_DAYS)) {
            throw new IllegalArgumentException("The quiet time is not within 0 to 365 days");
        }
    }

    /**
     * Returns the same settings under a version.
     *
     * @param next the version
     * @return the settings
     */
    public RiskSettings withVersion(int next) {
        return new RiskSettings(
                next,
                bands,
                evidence,
                horizonDays,
                alertFrom,
                minExits,
                cost,
                nightlyAt,
                quietDays,
                alertsPerWeek,
                featuresOff);
    }

    /**
     * Returns the same settings with another set of features.
     *
     * @param codes codes of the features that are not used
     * @return the settings
     */
    public RiskSettings withFeaturesOff(List<String> codes) {
        return new RiskSettings(
                version,
                bands,
                evidence,
                horizonDays,
                alertFrom,
                minExits,
                cost,
                nightlyAt,
                quietDays,
                alertsPerWeek,
                codes);
    }

    /**
     * Returns the same settings with another number of exits.
     *
     * @param exits fewest exits before a trained model replaces the scorecard
     * @return the settings
     */
    public RiskSettings withMinExits(int exits) {
        return new RiskSettings(
                version,
                bands,
                evidence,
                horizonDays,
                alertFrom,
                exits,
                cost,
                nightlyAt,
                quietDays,
                alertsPerWeek,
                featuresOff);
    }

    /**
     * Returns the same settings with another quiet time.
     *
     * @param days for how many days after an alert was closed no new one is opened
     * @return the settings
     */
    public RiskSettings withQuietDays(int days) {
        return new RiskSettings(
                version,
                bands,
                evidence,
                horizonDays,
                alertFrom,
                minExits,
                cost,
                nightlyAt,
                days,
                alertsPerWeek,
                featuresOff);
    }

    /**
     * Returns the same settings with another number of alerts in a week.
     *
     * @param alerts how many are opened in a week for each account of HR, 0 for all
     * @return the settings
     */
    public RiskSettings withAlertsPerWeek(int alerts) {
        return new RiskSettings(
                version,
                bands,
                evidence,
                horizonDays,
                alertFrom,
                minExits,
                cost,
                nightlyAt,
                quietDays,
                alerts,
                featuresOff);
    }

    /**
     * Returns how many alerts are opened in a week for each account of HR.
     *
     * @return 1 to 1000, or 0 where all are
     */
    public int weeklyAlerts() {
        return alertsPerWeek == null ? 0 : alertsPerWeek;
    }

    /**
     * Returns for how long it is quiet about somebody after an alert was closed.
     *
     * @return days, 0 to 365
     */
    public int quietTime() {
        return quietDays == null ? QUIET_DAYS : quietDays;
    }

    /**
     * Returns when everybody is scored.
     *
     * @return the time of day, in the subsidiary's zone
     */
    public LocalTime nightlyTime() {
        return nightlyAt == null ? NIGHT : LocalTime.parse(nightlyAt);
    }
}
