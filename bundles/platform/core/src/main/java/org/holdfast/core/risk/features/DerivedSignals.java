package org.holdfast.core.risk.features;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.holdfast.api.signal.DataCategory;
import org.holdfast.api.signal.SignalKind;
import org.holdfast.core.risk.features.Market.PaidPost;
import org.holdfast.core.signals.FactCodes;

/** Computes what the host derives from facts as of a day. NaN where it is not known. */
final class DerivedSignals {
    private static final double DAYS_PER_MONTH = 30.4375;
    private static final String RESUME_UPDATE = "resume.update";
    private static final String OVERTIME = "attendance.overtime_hours";
    private static final String MESSAGES = "work.messages";

    private static final Map<String, ToDoubleFunction<PersonView>> FORMULAS = Map.ofEntries(
            Map.entry("profile.tenureMonths", DerivedSignals::tenure),
            Map.entry("profile.monthsSincePromotion", view -> monthsSince(view, "event.promotion")),
            Map.entry("profile.monthsSinceRaise", DerivedSignals::sinceRaise),
            Map.entry("profile.payToMarket", DerivedSignals::payToMarket),
            Map.entry("profile.keyPost", view -> latest(view, FactCodes.KEY_POST)),
            Map.entry("profile.revenueShare", view -> latest(view, FactCodes.REVENUE_SHARE)),
            Map.entry(
                    "profile.reports", view -> view.team().reports(view.person().id())),
            Map.entry("profile.contractEndMonths", DerivedSignals::contractEnd),
            Map.entry("team.exits180", view -> view.team().exitShare(view.person())),
            Map.entry("team.managerLeft", view -> view.team().managerLeft(view.person())),
            Map.entry("calendar.daysSinceSpringFestival", view -> SpringFestival.daysSince(view.day())),
            Map.entry("calendar.month", view -> LocalDate.ofEpochDay(view.day()).getMonthValue()),
            Map.entry("indicator.disengaging", DerivedSignals::disengaging));

    private static final Set<DataCategory> DISENGAGING =
            Set.of(DataCategory.ATTENDANCE, DataCategory.WORK, DataCategory.JOB_SITE);

    private DerivedSignals() {}

    static boolean knows(String signal) {
        return FORMULAS.containsKey(signal);
    }

    /** Returns the categories a derived signal is computed from beside its own. */
    static Set<DataCategory> alsoFrom(String signal) {
        return switch (signal) {
            case "indicator.disengaging" -> DISENGAGING;
            case "profile.payToMarket" -> Set.of(DataCategory.EMPLOYMENT);
            default -> Set.of();
        };
    }

    static double value(String signal, PersonView view) {
        ToDoubleFunction<PersonView> formula = FORMULAS.get(signal);
        return formula == null ? Double.NaN : formula.applyAsDouble(view);
    }

    private static double tenure(PersonView view) {
        var hired = view.person().hired(view.day());
        return hired.isPresent() ? months(view.day() - hired.getAsInt()) : Double.NaN;
    }

    private static double monthsSince(PersonView view, String signal) {
        Series series = view.series(signal);
        int rows = series.upTo(view.day());
        return rows == 0 ? Double.NaN : months(view.day() - series.day(rows - 1));
    }

    private static double sinceRaise(PersonView view) {
        Series pay = view.series(FactCodes.BASE_PAY);
        for (int row = pay.upTo(view.day()) - 1; row > 0; row--) {
            if (pay.value(row) > pay.value(row - 1)) {
                return months(view.day() - pay.day(row));
            }
        }
        return Double.NaN;
    }

    private static double payToMarket(PersonView view) {
        double pay = latest(view, FactCodes.BASE_PAY);
        if (Double.isNaN(pay)) {
            return Double.NaN;
        }
        PaidPost post = new PaidPost(
                view.word(FactCodes.POSITION),
                view.word(FactCodes.FAMILY),
                view.word(FactCodes.LOCATION),
                view.word(FactCodes.GRADE),
                view.word(FactCodes.BASE_PAY));
        var median = view.surroundings().market().median(post, LocalDate.ofEpochDay(view.day()));
        return median.isPresent() && median.getAsDouble() > 0 ? pay / median.getAsDouble() - 1 : Double.NaN;
    }

    private static double contractEnd(PersonView view) {
        double end = latest(view, FactCodes.CONTRACT_END);
        return months(end - view.day());
    }

    private static double latest(PersonView view, String signal) {
        Series series = view.series(signal);
        int rows = series.upTo(view.day());
        return rows == 0 ? Double.NaN : series.value(rows - 1);
    }

    private static double months(double days) {
        return days / DAYS_PER_MONTH;
    }

    /**
     * Overtime fell three windows of 30 days in a row, messages fell by half, and the job site saw more of the person
     * than in the quarter before. "By half" is read as two fifths or more, because weekly counts fill windows unevenly.
     */
    private static double disengaging(PersonView view) {
        if (!view.open().containsAll(DISENGAGING)) {
            return Double.NaN;
        }
        double falls = formula(view, OVERTIME).value(Windows.FALLING_30);
        double messages = Math.min(
                formula(view, MESSAGES).value(Windows.CHANGE_28),
                formula(view, MESSAGES).value(Windows.CHANGE_84));
        double updates = formula(view, RESUME_UPDATE).count(0, 90);
        double before = formula(view, RESUME_UPDATE).count(1, 90);
        if (Double.isNaN(falls) || Double.isNaN(messages) || Double.isNaN(updates)) {
            return Double.NaN;
        }
        boolean moreUpdates = updates > 0 && !(updates <= before);
        return falls >= 3 && messages <= -0.4 && moreUpdates ? 1 : 0;
    }

    private static WindowFormula formula(PersonView view, String signal) {
        return new WindowFormula(view.series(signal), SignalKind.OCCURRENCE, view.day(), view.observed(signal));
    }
}
