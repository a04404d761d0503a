package org.holdfast.core.insight.effect;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.holdfast.core.insight.ErasedAttrition;
import org.holdfast.core.insight.SmallGroups;
import org.holdfast.core.insight.effect.EffectReport.Control;
import org.holdfast.core.insight.effect.EffectReport.KeyGroup;
import org.holdfast.core.insight.effect.EffectReport.Rate;

/**
 * Compares attrition before the first alert with attrition since, by key group. A group of fewer than ten, and what would let one
 * be worked out from the whole, is left out.
 */
final class KeyGroups {
    private static final int BEFORE = 12;
    private static final double DAYS_OF_YEAR = 365.25;

    private final Erased erased;

    KeyGroups(Erased erased) {
        this.erased = erased;
    }

    /** What people who were erased add to the months of a subsidiary. */
    @FunctionalInterface
    interface Erased {
        ErasedAttrition.Totals between(UUID subsidiaryId, YearMonth from, YearMonth to);
    }

    /** A span of months. */
    private record Span(YearMonth from, YearMonth to) {

        long days(Worker worker) {
            return worker.days(from.atDay(1), to.atEndOfMonth());
        }

        boolean exit(Worker worker) {
            return worker.resignedIn(from.atDay(1), to.atEndOfMonth());
        }

        int people(List<Worker> group) {
            return (int) group.stream().filter(worker -> days(worker) > 0).count();
        }
    }

    /** The months that are compared. */
    private record Spans(Span before, Span since) {

        static Optional<Spans> of(Facts facts) {
            YearMonth latest = YearMonth.from(facts.today()).minusMonths(1);
            return facts.firstAlert()
                    .map(YearMonth::from)
                    .filter(first -> !first.isAfter(latest))
                    .map(first -> new Spans(
                            new Span(first.minusMonths(BEFORE), first.minusMonths(1)), new Span(first, latest)));
        }

        int people(List<Worker> group) {
            return Math.min(before.people(group), since.people(group));
        }

        boolean few(List<Worker> group) {
            return people(group) < SmallGroups.FEWEST;
        }

        boolean fewButSome(List<Worker> group) {
            return some(before.people(group)) || some(since.people(group));
        }

        private static boolean some(int people) {
            return people > 0 && people < SmallGroups.FEWEST;
        }
    }

    /**
     * Compares.
     *
     * @param facts the subsidiary
     * @param name its name
     * @param others the other subsidiaries the reader sees
     * @return the subsidiary, its key posts and its position families, as far as they may be told
     */
    List<KeyGroup> of(Facts facts, String name, List<Facts> others) {
        Optional<Spans> found = Spans.of(facts);
        if (found.isEmpty() || found.get().few(facts.workers())) {
            return List.of();
        }
        Spans spans = found.get();
        Row row = new Row(name, spans, control(spans, others));
        List<KeyGroup> rows = new ArrayList<>();
        rows.add(row.of("all", "", whole(facts, spans.before()), whole(facts, spans.since())));
        List<Worker> keyPosts = select(facts, Worker::keyPost);
        List<Worker> rest = select(facts, worker -> !worker.keyPost());
        if (!spans.few(keyPosts) && !spans.fewButSome(rest)) {
            rows.add(row.of("keyPosts", "", rate(keyPosts, spans.before()), rate(keyPosts, spans.since())));
        }
        families(facts, spans)
                .forEach((family, group) ->
                        rows.add(row.of("family", family, rate(group, spans.before()), rate(group, spans.since()))));
        return rows;
    }

    private record Row(String name, Spans spans, Optional<Control> control) {

        KeyGroup of(String kind, String family, Rate before, Rate since) {
            return new KeyGroup(
                    name,
                    kind,
                    family,
                    spans.before().from().toString(),
                    spans.since().from().toString(),
                    spans.since().to().toString(),
                    before,
                    since,
                    control.orElse(null));
        }
    }

    /** The families that may be told: few are left out, and with them as many next smallest as it takes to hide them. */
    private static Map<String, List<Worker>> families(Facts facts, Spans spans) {
        Map<String, List<Worker>> told = facts.workers().stream()
                .collect(Collectors.groupingBy(Worker::family, TreeMap::new, Collectors.toList()));
        List<Worker> hidden = new ArrayList<>();
        Set<String> few = new HashSet<>();
        told.forEach((family, group) -> {
            if (family.isEmpty() || spans.few(group)) {
                few.add(family);
            }
        });
        few.forEach(family -> hidden.addAll(told.remove(family)));
        while (spans.fewButSome(hidden) && !told.isEmpty()) {
            Map<String, Integer> sizes = new HashMap<>();
            told.forEach((family, group) -> sizes.put(family, spans.people(group)));
            String next = sizes.entrySet().stream()
                    .min(Map.Entry.<String, Integer>comparingByValue()
                            .thenComparing(Map.Entry::getKey, Comparator.naturalOrder()))
                    .orElseThrow()
                    .getKey();
            hidden.addAll(told.remove(next));
        }
        return told;
    }

    private static Optional<Control> control(Spans spans, List<Facts> others) {
        List<Worker> never = others.stream()
                .filter(other -> other.flags().isEmpty() && !spans.few(other.workers()))
                .flatMap(other -> other.workers().stream())
                .toList();
        return never.isEmpty()
                ? Optional.empty()
                : Optional.of(new Control(rate(never, spans.before()), rate(never, spans.since())));
    }

    private Rate whole(Facts facts, Span span) {
        ErasedAttrition.Totals gone = erased.between(facts.subsidiaryId(), span.from(), span.to());
        return rate(exits(facts.workers(), span) + gone.voluntary(), days(facts.workers(), span) + gone.personDays());
    }

    private static Rate rate(List<Worker> group, Span span) {
        return rate(exits(group, span), days(group, span));
    }

    private static Rate rate(int exits, long days) {
        double years = days / DAYS_OF_YEAR;
        return new Rate(exits, Math.round(10 * years) / 10.0, Figure.round(exits / years));
    }

    private static int exits(List<Worker> group, Span span) {
        return (int) group.stream().filter(span::exit).count();
    }

    private static long days(List<Worker> group, Span span) {
        return group.stream().mapToLong(span::days).sum();
    }

    private static List<Worker> select(Facts facts, Predicate<Worker> those) {
        return facts.workers().stream().filter(those).toList();
    }
}
