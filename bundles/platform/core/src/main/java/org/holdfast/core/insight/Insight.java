package org.holdfast.core.insight;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
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
import org.holdfast.core.retention.Alerts;
import org.holdfast.core.risk.runs.CurrentScores;
import org.holdfast.core.risk.scoring.Band;
import org.holdfast.core.risk.scoring.RiskScore;
import org.jspecify.annotations.Nullable;

/** Looks at the group from above. Safe for use from many threads. */
final class Insight {
    private final People people;
    private final CurrentScores scores;
    private final Alerts alerts;
    private final ErasedAttrition erased;
    private final Clock clock;
    private final HeatMap heatMap;
    private final Employments employments;
    private final KeptAnswers<Subsidiary, List<HeatNode>> heat = new KeptAnswers<>();
    private final KeptAnswers<Months, List<AttritionMonth>> exits = new KeptAnswers<>();
    private final KeptAnswers<Set<UUID>, Bands> bands = new KeptAnswers<>();

    Insight(People people, CurrentScores scores, Alerts alerts, ErasedAttrition erased, Clock clock) {
        this.people = people;
        this.scores = scores;
        this.alerts = alerts;
        this.clock = clock;
        this.erased = erased;
        heatMap = new HeatMap(people, scores);
        employments = new Employments(people);
    }

    /** Returns everybody's employment, which is read once for all figures. */
    Employments employments() {
        return employments;
    }

    /** Drops what is kept in memory. */
    void forget() {
        employments.forget();
        heat.forget();
        exits.forget();
        bands.forget();
    }

    private record Months(List<UUID> subsidiaries, YearMonth latest, int months) {}

    private record Bands(
            Map<Band, Integer> counts, int scores, @Nullable LocalDate asOf) {

        int of(Band band) {
            return counts.getOrDefault(band, 0);
        }
    }

    List<HeatNode> heatMap(List<Subsidiary> subsidiaries) {
        return subsidiaries.stream()
                .flatMap(subsidiary -> heat
                        .of(
                                subsidiary,
                                List.of(people.version(), scores.version(), people.departments(subsidiary.id())),
                                () -> heatMap.nodes(subsidiary))
                        .stream())
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
        YearMonth latest =
                YearMonth.from(clock.instant().atZone(ZoneOffset.UTC)).minusMonths(1);
        List<UUID> ids = subsidiaries.stream().map(Subsidiary::id).toList();
        return exits.of(
                new Months(ids, latest, months), people.version(), () -> attrition(new Months(ids, latest, months)));
    }

    private List<AttritionMonth> attrition(Months wanted) {
        List<Employment> all = new ArrayList<>();
        wanted.subsidiaries().forEach(subsidiary -> all.addAll(employments.of(subsidiary)));
        Map<YearMonth, Employments.Sums> gone = erased.of(wanted.subsidiaries());
        List<AttritionMonth> items = new ArrayList<>();
        for (int back = wanted.months() - 1; back >= 0; back--) {
            YearMonth month = wanted.latest().minusMonths(back);
            items.add(Employments.month(all, gone.getOrDefault(month, Employments.Sums.NONE), month));
        }
        return items;
    }

    InsightSummary summary(List<Subsidiary> subsidiaries) {
        Set<UUID> seen = subsidiaries.stream().map(Subsidiary::id).collect(Collectors.toSet());
        Bands known = bands.of(seen, scores.version(), () -> bands(seen));
        int unknown = known.of(Band.UNKNOWN);
        return new InsightSummary(
                seen.stream().mapToInt(people::headcount).sum(),
                known.scores() - unknown,
                new BandCounts(
                        known.of(Band.HIGH),
                        known.of(Band.MID_HIGH),
                        known.of(Band.MEDIUM),
                        known.of(Band.LOW),
                        unknown),
                seen.stream().mapToInt(alerts::countOpen).sum(),
                known.asOf());
    }

    private Bands bands(Set<UUID> seen) {
        Map<Band, Integer> counts = new EnumMap<>(Band.class);
        int all = 0;
        LocalDate asOf = null;
        for (CurrentScores.Current current : scores.all()) {
            RiskScore score = current.score();
            if (seen.contains(score.subsidiaryId())) {
                counts.merge(score.band(), 1, Integer::sum);
                all++;
                asOf = asOf == null || score.asOf().isAfter(asOf) ? score.asOf() : asOf;
            }
        }
        return new Bands(counts, all, asOf);
    }
}
