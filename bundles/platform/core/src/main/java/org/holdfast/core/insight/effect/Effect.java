package org.holdfast.core.insight.effect;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.holdfast.core.insight.KeptAnswers;
import org.holdfast.core.insight.effect.EffectReport.KeyGroup;
import org.holdfast.core.insight.effect.EffectReport.Month;
import org.holdfast.core.insight.effect.EffectReport.Trial;
import org.holdfast.core.people.Subsidiary;

/**
 * Counts the effect report. What is left out as too few is the same for every reader. A report is kept until something it was
 * counted from changes: everybody opens the same ones. Safe for use from many threads.
 */
final class Effect {
    private final FactsReader reader;
    private final KeyGroups groups;
    private final Trials trials;
    private final Clock clock;
    private final KeptAnswers<Asked, EffectReport> kept = new KeptAnswers<>();

    Effect(FactsReader reader, KeyGroups groups, Trials trials, Clock clock) {
        this.reader = reader;
        this.groups = groups;
        this.trials = trials;
        this.clock = clock;
    }

    private record Asked(
            List<Subsidiary> chosen, List<Subsidiary> seen, YearMonth from, YearMonth to, LocalDate today) {}

    /** Drops what is kept in memory. */
    void forget() {
        reader.forget();
        kept.forget();
    }

    /** Returns the latest month that is over. */
    YearMonth latest() {
        return YearMonth.from(today()).minusMonths(1);
    }

    /**
     * Counts.
     *
     * @param chosen the subsidiaries it covers
     * @param seen all the reader sees, of which those without alerts are the comparison group
     * @param from the first month
     * @param to the last month, one that is over
     */
    EffectReport report(List<Subsidiary> chosen, List<Subsidiary> seen, YearMonth from, YearMonth to) {
        Asked asked = new Asked(List.copyOf(chosen), List.copyOf(seen), from, to, today());
        Object standing = List.of(reader.standing(seen), trials.standing(chosen));
        return kept.of(asked, standing, () -> count(chosen, seen, from, to));
    }

    private EffectReport count(List<Subsidiary> chosen, List<Subsidiary> seen, YearMonth from, YearMonth to) {
        List<Facts> facts = chosen.stream().map(reader::of).toList();
        Parts parts = Parts.of(facts);
        List<Month> months = Stream.iterate(from, month -> !month.isAfter(to), month -> month.plusMonths(1))
                .map(month -> new Month(month.toString(), parts.figures(month, month)))
                .toList();
        return new EffectReport(
                from.toString(),
                to.toString(),
                today(),
                chosen.stream().map(Subsidiary::name).toList(),
                facts.stream().anyMatch(one -> !one.flags().isEmpty()),
                parts.figures(from, to),
                months,
                attrition(chosen, facts, seen),
                trials(chosen, facts, from, to));
    }

    private List<Trial> trials(List<Subsidiary> chosen, List<Facts> facts, YearMonth from, YearMonth to) {
        List<Trial> found = new ArrayList<>();
        for (int i = 0; i < facts.size(); i++) {
            found.addAll(trials.of(facts.get(i), chosen.get(i).name(), from, to));
        }
        return found;
    }

    private List<KeyGroup> attrition(List<Subsidiary> chosen, List<Facts> facts, List<Subsidiary> seen) {
        List<Facts> others = seen.stream().map(reader::of).toList();
        List<KeyGroup> rows = new ArrayList<>();
        for (int i = 0; i < facts.size(); i++) {
            Facts one = facts.get(i);
            rows.addAll(groups.of(
                    one,
                    chosen.get(i).name(),
                    others.stream()
                            .filter(other -> !Objects.equals(other.subsidiaryId(), one.subsidiaryId()))
                            .toList()));
        }
        return rows;
    }

    static List<Figure> figures(List<Facts> facts, YearMonth from, YearMonth to) {
        return Parts.of(facts).figures(from, to);
    }

    private LocalDate today() {
        return clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
    }
}
