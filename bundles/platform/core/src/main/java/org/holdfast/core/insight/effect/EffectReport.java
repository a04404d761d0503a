package org.holdfast.core.insight.effect;

import java.time.LocalDate;
import java.util.List;
import org.holdfast.core.platform.rest.TellsNothing;
import org.jspecify.annotations.Nullable;

/**
 * What alerts were worth over a span of months.
 *
 * @param from the first month, such as {@code 2026-01}
 * @param to the last month
 * @param asOf the day it was counted
 * @param subsidiaries names of the subsidiaries it covers
 * @param alerted whether there has been an alert in any of them
 * @param figures the figures of the span
 * @param months the figures of each month, oldest first
 * @param attrition attrition before the first alert and since, by key group
 * @param trials the randomised hold-outs that fall into the span; where there is none, there is no control of retention
 */
@TellsNothing
public record EffectReport(
        String from,
        String to,
        LocalDate asOf,
        List<String> subsidiaries,
        boolean alerted,
        List<Figure> figures,
        List<Month> months,
        List<KeyGroup> attrition,
        List<Trial> trials) {

    /** Copies the lists. */
    public EffectReport {
        subsidiaries = List.copyOf(subsidiaries);
        figures = List.copyOf(figures);
        months = List.copyOf(months);
        attrition = List.copyOf(attrition);
        trials = List.copyOf(trials);
    }

    /**
     * A month.
     *
     * @param month the month, such as {@code 2026-01}
     * @param figures its figures, in the same order as those of the span
     */
    public record Month(String month, List<Figure> figures) {

        /** Copies the figures. */
        public Month {
            figures = List.copyOf(figures);
        }
    }

    /**
     * Attrition of a group of people before and since the first alert of their subsidiary.
     *
     * @param subsidiary name of the subsidiary
     * @param kind {@code all}, {@code keyPosts} or {@code family}
     * @param family code of the position family, empty for the other kinds
     * @param beforeFrom first of the twelve months before the month of the first alert
     * @param sinceFrom month of the first alert
     * @param sinceTo last month that is over
     * @param before attrition before
     * @param since attrition since
     * @param control attrition over the same months in subsidiaries without any alert; null where there is none: no control
     */
    public record KeyGroup(
            String subsidiary,
            String kind,
            String family,
            String beforeFrom,
            String sinceFrom,
            String sinceTo,
            Rate before,
            Rate since,
            @Nullable Control control) {}

    /**
     * Attrition of the comparison group.
     *
     * @param before over the months before
     * @param since over the months since
     */
    public record Control(Rate before, Rate since) {}

    /**
     * Voluntary attrition.
     *
     * @param exits voluntary exits
     * @param personYears years people worked, to one decimal
     * @param annualised exits for each such year
     */
    public record Rate(int exits, double personYears, double annualised) {}

    /**
     * A randomised hold-out, by intention to treat: everybody counts in the group that was drawn. Both groups, their difference and
     * who was told anyway are null while one of the groups has fewer than ten people whose horizon has passed.
     *
     * @param subsidiary name of the subsidiary
     * @param from the day it began
     * @param to the last day on which lots were or are drawn
     * @param share of a hundred people, how many were to be held out
     * @param state {@code running}, {@code over} or {@code stopped}
     * @param told who was to be told
     * @param held who was to be held out
     * @param difference the share of exits among those held out less that among those told
     * @param toldAnyway how many of those held out were told before their horizon had passed
     */
    public record Trial(
            String subsidiary,
            LocalDate from,
            LocalDate to,
            int share,
            String state,
            @Nullable Arm told,
            @Nullable Arm held,
            @Nullable Difference difference,
            @Nullable Integer toldAnyway) {}

    /**
     * One of the two groups.
     *
     * @param people how many people, whose horizon has passed
     * @param exits how many of them left by their own will within the horizon
     * @param rate the share of these
     * @param low lower end of its 95 % Wilson interval
     * @param high upper end
     */
    public record Arm(int people, int exits, double rate, double low, double high) {}

    /**
     * The difference of two shares.
     *
     * @param value the difference, -1 to 1
     * @param low lower end of its 95 % interval by Newcombe
     * @param high upper end
     */
    public record Difference(double value, double low, double high) {}
}
