package org.holdfast.core.insight;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.holdfast.core.insight.Employments.Employment;
import org.holdfast.core.insight.InsightSummary.BandCounts;
import org.holdfast.core.people.People;
import org.holdfast.core.people.Subsidiary;
import org.holdfast.core.retention.Alert;
import org.holdfast.core.retention.AlertState;
import org.holdfast.core.retention.Alerts;
import org.holdfast.core.risk.runs.CurrentScores;
import org.holdfast.core.risk.scoring.Band;
import org.holdfast.core.risk.scoring.RiskScore;

/** Looks at the group from above. Safe for use from many threads. */
final class Insight {
    private final People people;
    private final CurrentScores scores;
    private final Alerts alerts;
    private final ErasedAttrition erased;
    private final Clock clock;
    private final HeatMap heatMap;
    private final Employments employments;

    Insight(People people, CurrentScores scores, Alerts alerts, ErasedAttrition erased, Clock clock) {
        this.people = people;
        this.scores = scores;
        this.alerts = alerts;
        this.clock = clock;
        this.erased = erased;
        heatMap = new HeatMap(people, scores);
        employments = new Employments(people);
    }

    /** Drops what is kept in memory. */
    void forget() {
        employments.forget();
    }

    List<HeatNode> heatMap(List<Subsidiary> subsidiaries) {
        return subsidiaries.stream()
                .flatMap(subsidiary -> heatMap.nodes(subsidiary).stream())
                .toList();
    }

    /**
     * Returns whose figures may be added up.
     *
     * @param subsidiaries what the caller sees
     * @param seesPeople whether the caller sees the people themselves, to whom a sum tells nothing new
     */
    List<Subsidiary> summable(List<Subsidiary> subsidiaries, boolean seesPeople) {
        return subsidiaries.stream()
                .filter(subsidiary -> seesPeople || people.headcount(subsidiary.id()) >= SmallGroups.FEWEST)
                .toList();
    }

    /** Returns the latest months that are over, oldest first. */
    List<AttritionMonth> attrition(List<Subsidiary> subsidiaries, int months) {
        List<Employment> all = new ArrayList<>();
        subsidiaries.forEach(subsidiary -> all.addAll(employments.of(subsidiary.id())));
        YearMonth latest =
                YearMonth.from(clock.instant().atZone(ZoneOffset.UTC)).minusMonths(1);
        Map<YearMonth, Employments.Sums> gone =
                erased.of(subsidiaries.stream().map(Subsidiary::id).toList());
        List<AttritionMonth> items = new ArrayList<>();
        for (int back = months - 1; back >= 0; back--) {
            YearMonth month = latest.minusMonths(back);
            items.add(Employments.month(all, gone.getOrDefault(month, Employments.Sums.NONE), month));
        }
        return items;
    }

    InsightSummary summary(List<Subsidiary> subsidiaries) {
        Set<UUID> seen = subsidiaries.stream().map(Subsidiary::id).collect(Collectors.toSet());
        List<RiskScore> known = scores.all().stream()
                .map(CurrentScores.Current::score)
                .filter(score -> seen.contains(score.subsidiaryId()))
                .toList();
        Map<Band, Integer> bands = new EnumMap<>(Band.class);
        known.forEach(score -> bands.merge(score.band(), 1, Integer::sum));
        List<Alert> open = alerts.inState(AlertState.OPEN);
        int unknown = bands.getOrDefault(Band.UNKNOWN, 0);
        return new InsightSummary(
                seen.stream().mapToInt(people::headcount).sum(),
                known.size() - unknown,
                new BandCounts(
                        bands.getOrDefault(Band.HIGH, 0),
                        bands.getOrDefault(Band.MID_HIGH, 0),
                        bands.getOrDefault(Band.MEDIUM, 0),
                        bands.getOrDefault(Band.LOW, 0),
                        unknown),
                (int) open.stream()
                        .filter(alert -> seen.contains(alert.subsidiaryId()))
                        .count(),
                known.stream()
                        .map(RiskScore::asOf)
                        .max(Comparator.<LocalDate>naturalOrder())
                        .orElse(null));
    }
}
