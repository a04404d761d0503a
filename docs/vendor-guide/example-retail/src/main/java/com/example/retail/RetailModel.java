package com.example.retail;

import java.util.List;
import java.util.Set;
import org.holdfast.api.industry.Aggregation;
import org.holdfast.api.industry.Direction;
import org.holdfast.api.industry.FeatureDefinition;
import org.holdfast.api.industry.Guidance;
import org.holdfast.api.industry.IndustryModel;
import org.holdfast.api.industry.LexiconEntry;
import org.holdfast.api.industry.Scorecard;
import org.holdfast.api.industry.ScorecardItem;
import org.holdfast.api.industry.ScorecardItem.Point;
import org.holdfast.api.signal.DataCategory;
import org.holdfast.api.signal.Purpose;
import org.holdfast.api.signal.SignalDefinition;
import org.holdfast.api.signal.SignalKind;
import org.osgi.service.component.annotations.Component;

/** Retail: people in shops, whose shift swaps tell more than their e-mail ever could. Immutable. */
@Component
public final class RetailModel implements IndustryModel {
    private static final String SHIFT_SWAPS = "retail.shift_swaps";
    private static final String LATE = "attendance.late";
    private static final String LEAVE_DAYS = "attendance.leave_days";
    private static final String TARGETS = "performance.target_attainment";
    private static final String PAY_TO_MARKET = "profile.payToMarket";
    private static final String TENURE = "profile.tenureMonths";
    private static final String FEEDBACK = "feedback.text";
    private static final String RESIGNATION = "event.resignation_raised";

    private static final FeatureDefinition SWAPS_RISING =
            feature(SHIFT_SWAPS, Aggregation.CHANGE_OF_SUM, 28, Direction.RAISES_RISK);
    private static final FeatureDefinition LATE_RISING =
            feature(LATE, Aggregation.CHANGE_OF_SUM, 30, Direction.RAISES_RISK);
    private static final FeatureDefinition LEAVE_RISING =
            feature(LEAVE_DAYS, Aggregation.CHANGE_OF_SUM, 30, Direction.RAISES_RISK);
    private static final FeatureDefinition TARGETS_MISSED =
            feature(TARGETS, Aggregation.LAST, 120, Direction.LOWERS_RISK);
    private static final FeatureDefinition PAID_BELOW_MARKET =
            feature(PAY_TO_MARKET, Aggregation.LAST, 0, Direction.LOWERS_RISK);
    private static final FeatureDefinition NEW_HERE = feature(TENURE, Aggregation.LAST, 0, Direction.FREE);
    private static final FeatureDefinition COMPLAINTS =
            feature(FEEDBACK, Aggregation.SUM, 180, Direction.RAISES_RISK);
    private static final FeatureDefinition WANTED_TO_GO =
            feature(RESIGNATION, Aggregation.COUNT, 730, Direction.RAISES_RISK);

    @Override
    public String code() {
        return "retail";
    }

    @Override
    public String version() {
        return "1.0.0";
    }

    @Override
    public List<SignalDefinition> signals() {
        return List.of(new SignalDefinition(
                SHIFT_SWAPS,
                "count",
                DataCategory.ATTENDANCE,
                Set.of(Purpose.RETENTION, Purpose.INSIGHT),
                SignalKind.OCCURRENCE));
    }

    /** Who serves customers is neither in sales nor in production, and leaves for other reasons than either. */
    @Override
    public Set<String> positionFamilies() {
        return Set.of("shopFloor");
    }

    @Override
    public List<FeatureDefinition> features() {
        return List.of(
                SWAPS_RISING,
                LATE_RISING,
                LEAVE_RISING,
                TARGETS_MISSED,
                PAID_BELOW_MARKET,
                NEW_HERE,
                COMPLAINTS,
                WANTED_TO_GO);
    }

    /** Log-odds of a voluntary exit within half a year; 14 % (a score of 1.4) for somebody about whom nothing is known. */
    @Override
    public Scorecard scorecard() {
        return new Scorecard(
                -1.8,
                180,
                List.of(
                        item(SWAPS_RISING, new Point(0, 0), new Point(1, 0.6), new Point(3, 1.1)),
                        item(LATE_RISING, new Point(0, 0), new Point(1, 0.4), new Point(3, 0.7)),
                        item(LEAVE_RISING, new Point(0, 0), new Point(2, 0.5)),
                        item(TARGETS_MISSED, new Point(0.6, 0.7), new Point(0.9, 0), new Point(1.2, -0.3)),
                        item(PAID_BELOW_MARKET, new Point(-0.3, 1.1), new Point(-0.05, 0), new Point(0.2, -0.2)),
                        item(NEW_HERE, new Point(3, 0.5), new Point(12, 0.1), new Point(36, -0.2)),
                        item(COMPLAINTS, new Point(0, 0), new Point(1, 0.4), new Point(3, 1)),
                        item(WANTED_TO_GO, new Point(0, 0), new Point(1, 0.9))));
    }

    @Override
    public List<LexiconEntry> lexicon() {
        return List.of(
                new LexiconEntry(FEEDBACK, "zh", "排班太乱", "flexibility"),
                new LexiconEntry(FEEDBACK, "zh", "站一整天", "workload"),
                new LexiconEntry(FEEDBACK, "en", "unfair shifts", "flexibility"),
                new LexiconEntry(FEEDBACK, "en", "on my feet all day", "workload"));
    }

    @Override
    public List<Guidance> guidance() {
        return List.of(
                new Guidance(SHIFT_SWAPS, List.of("flexibility"), List.of("retail.fixedShifts", "stayTalk")),
                new Guidance(LATE, List.of("flexibility", "workload"), List.of("retail.fixedShifts", "stayTalk")),
                new Guidance(LEAVE_DAYS, List.of("workload"), List.of("stayTalk")),
                new Guidance(TARGETS, List.of("growth"), List.of("stayTalk")),
                new Guidance(PAY_TO_MARKET, List.of("pay"), List.of("payReview")),
                new Guidance(FEEDBACK, List.of("workload", "flexibility"), List.of("stayTalk")),
                new Guidance(RESIGNATION, List.of("growth", "pay"), List.of("stayTalk", "payReview")));
    }

    private static FeatureDefinition feature(String signal, Aggregation how, int days, Direction direction) {
        return new FeatureDefinition(signal + ":" + how + ":" + days, signal, how, days, direction);
    }

    private static ScorecardItem item(FeatureDefinition feature, Point... curve) {
        return new ScorecardItem(feature.code(), List.of(curve));
    }
}
