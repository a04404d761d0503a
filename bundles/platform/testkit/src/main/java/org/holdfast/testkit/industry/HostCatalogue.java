package org.holdfast.testkit.industry;

import java.util.Optional;
import java.util.Set;
import org.holdfast.api.signal.SignalKind;

/** The signals that the host offers to every industry model: the core's catalogue, career events and derived signals. */
public final class HostCatalogue {
    private static final Set<String> OCCURRENCES = Set.of(
            "resume.update",
            "resume.intent",
            "attendance.late",
            "attendance.leave_days",
            "attendance.absence",
            "attendance.overtime_hours",
            "pay.raise_request",
            "work.commits",
            "work.meetings",
            "work.messages",
            "project.delay",
            "patent.filed",
            "event.promotion",
            "event.pay_change",
            "event.transfer",
            "event.training",
            "event.resignation_raised",
            "event.counter_offer",
            "event.action");

    private static final Set<String> LEVELS = Set.of(
            "performance.rating",
            "performance.target_attainment",
            "pay.base",
            "survey.leave_intent",
            "survey.enps",
            "profile.tenureMonths",
            "profile.monthsSincePromotion",
            "profile.monthsSinceRaise",
            "profile.payToMarket",
            "profile.keyPost",
            "profile.revenueShare",
            "profile.reports",
            "profile.contractEndMonths",
            "team.exits180",
            "team.managerLeft",
            "calendar.daysSinceSpringFestival",
            "calendar.month",
            "indicator.disengaging");

    private static final Set<String> TEXTS = Set.of("feedback.text");

    private HostCatalogue() {}

    /**
     * Finds how the values of a host signal are to be read.
     *
     * @param signal its code
     * @return its kind, or empty where the host has no such signal
     */
    public static Optional<SignalKind> kind(String signal) {
        if (OCCURRENCES.contains(signal)) {
            return Optional.of(SignalKind.OCCURRENCE);
        }
        if (LEVELS.contains(signal)) {
            return Optional.of(SignalKind.LEVEL);
        }
        return TEXTS.contains(signal) ? Optional.of(SignalKind.TEXT) : Optional.empty();
    }

    /**
     * Returns how many signals the host offers.
     *
     * @return the number of known codes
     */
    public static int size() {
        return OCCURRENCES.size() + LEVELS.size() + TEXTS.size();
    }
}
