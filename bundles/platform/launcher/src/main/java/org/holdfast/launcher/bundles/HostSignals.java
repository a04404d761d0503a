package org.holdfast.launcher.bundles;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.holdfast.api.signal.DataCategory;
import org.holdfast.api.signal.Purpose;
import org.holdfast.api.signal.SignalDefinition;
import org.holdfast.api.signal.SignalKind;

/**
 * The signals every industry model can build features on: the core's catalogue, career events, and what the host
 * derives from a person's post and surroundings. {@code docs/vendor-guide/derived-signals.md} explains each.
 */
public final class HostSignals {
    private static final Set<Purpose> ALL = Set.of(Purpose.RETENTION, Purpose.INSIGHT);

    private static final List<SignalDefinition> CORE = List.of(
            occurrence("resume.update", "count", DataCategory.JOB_SITE),
            occurrence("attendance.late", "minutes", DataCategory.ATTENDANCE),
            occurrence("attendance.leave_days", "days", DataCategory.ATTENDANCE),
            occurrence("attendance.absence", "days", DataCategory.ATTENDANCE),
            occurrence("attendance.overtime_hours", "hours", DataCategory.ATTENDANCE),
            level("performance.rating", "points", DataCategory.PERFORMANCE),
            level("performance.target_attainment", "percent", DataCategory.PERFORMANCE),
            level("pay.base", "currency", DataCategory.PAY),
            occurrence("pay.raise_request", "count", DataCategory.PAY),
            occurrence("work.commits", "count", DataCategory.WORK),
            occurrence("work.meetings", "count", DataCategory.WORK),
            occurrence("work.messages", "count", DataCategory.WORK),
            occurrence("project.delay", "days", DataCategory.PROJECT),
            occurrence("patent.filed", "count", DataCategory.PROJECT),
            new SignalDefinition("feedback.text", "text", DataCategory.FEEDBACK, ALL, SignalKind.TEXT),
            level("survey.leave_intent", "points", DataCategory.SURVEY),
            level("survey.enps", "points", DataCategory.SURVEY));

    private static final List<SignalDefinition> EVENTS = List.of(
            occurrence("event.promotion", "count", DataCategory.CAREER),
            occurrence("event.pay_change", "count", DataCategory.CAREER),
            occurrence("event.transfer", "count", DataCategory.CAREER),
            occurrence("event.training", "count", DataCategory.CAREER),
            occurrence("event.resignation_raised", "count", DataCategory.CAREER),
            occurrence("event.counter_offer", "count", DataCategory.CAREER),
            occurrence("event.action", "count", DataCategory.CAREER));

    private static final List<SignalDefinition> DERIVED = List.of(
            occurrence("resume.intent", "hits", DataCategory.JOB_SITE),
            level("profile.tenureMonths", "months", DataCategory.EMPLOYMENT),
            level("profile.monthsSincePromotion", "months", DataCategory.CAREER),
            level("profile.monthsSinceRaise", "months", DataCategory.PAY),
            level("profile.payToMarket", "ratio", DataCategory.PAY),
            level("profile.keyPost", "flag", DataCategory.EMPLOYMENT),
            level("profile.revenueShare", "ratio", DataCategory.EMPLOYMENT),
            level("profile.reports", "people", DataCategory.EMPLOYMENT),
            level("profile.contractEndMonths", "months", DataCategory.EMPLOYMENT),
            level("team.exits180", "ratio", DataCategory.EMPLOYMENT),
            level("team.managerLeft", "flag", DataCategory.EMPLOYMENT),
            level("calendar.daysSinceSpringFestival", "days", DataCategory.EMPLOYMENT),
            level("calendar.month", "month", DataCategory.EMPLOYMENT),
            level("indicator.disengaging", "flag", DataCategory.JOB_SITE));

    private HostSignals() {}

    /**
     * Returns the signals of the import files.
     *
     * @return the core's catalogue, without events and derived signals
     */
    public static List<SignalDefinition> core() {
        return CORE;
    }

    /**
     * Returns the career events as signals.
     *
     * @return one occurrence signal for each event of {@code events.csv}
     */
    public static List<SignalDefinition> events() {
        return EVENTS;
    }

    /**
     * Returns what the host derives from facts.
     *
     * @return the derived signals
     */
    public static List<SignalDefinition> derived() {
        return DERIVED;
    }

    /**
     * Returns everything a feature may be computed from.
     *
     * @return core signals, events and derived signals
     */
    public static List<SignalDefinition> all() {
        return Stream.of(CORE, EVENTS, DERIVED).flatMap(List::stream).toList();
    }

    private static SignalDefinition occurrence(String code, String unit, DataCategory category) {
        return new SignalDefinition(code, unit, category, ALL, SignalKind.OCCURRENCE);
    }

    private static SignalDefinition level(String code, String unit, DataCategory category) {
        return new SignalDefinition(code, unit, category, ALL, SignalKind.LEVEL);
    }
}
