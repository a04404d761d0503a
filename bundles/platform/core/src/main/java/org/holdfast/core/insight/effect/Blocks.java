package org.holdfast.core.insight.effect;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.holdfast.core.insight.SmallGroups;

/**
 * Months of a subsidiary, joined from the oldest on until each part tells of enough people. A span is told as the parts that lie
 * inside it, and a part never changes once it is told: whatever two spans are compared, whatever groups of subsidiaries, and
 * whenever, their difference is made of whole parts again.
 */
public final class Blocks {
    private Blocks() {}

    /**
     * A part.
     *
     * @param from its first month
     * @param to its last month
     * @param events what is counted in it
     */
    public record Block(YearMonth from, YearMonth to, List<Event> events) {

        boolean inside(YearMonth first, YearMonth last) {
            return !from.isBefore(first) && !to.isAfter(last);
        }

        boolean over(LocalDate today, int lag) {
            return to.atEndOfMonth().plusDays(lag).isBefore(today);
        }
    }

    /**
     * Returns the parts of a measure that may be told.
     *
     * @param measure the measure
     * @param facts a subsidiary
     * @return the oldest first; each has enough people
     */
    static List<Block> of(Measure measure, Facts facts) {
        Stream<Event> basis = measure.basis().of(facts);
        return of(
                basis,
                measure.events().apply(facts),
                facts.today(),
                measure.lag().applyAsInt(facts));
    }

    /**
     * Returns the parts of a figure that may be told.
     *
     * @param basis whose months it follows
     * @param events what it is counted from
     * @param today the day
     * @param lag how many days after a month it can be counted
     * @return the oldest first; each has enough people
     */
    public static List<Block> of(Stream<Event> basis, Stream<Event> events, LocalDate today, int lag) {
        Map<YearMonth, List<Event>> own = byMonth(events);
        List<Block> ready = join(months(basis)).stream()
                .filter(block -> block.over(today, lag))
                .map(block -> new Block(block.from(), block.to(), within(own, block)))
                .toList();
        return join(ready);
    }

    /**
     * Returns what may be told of a span.
     *
     * @param parts the parts of a measure
     * @param from the first month
     * @param to the last month
     * @return what is in the parts that lie inside
     */
    public static Stream<Event> told(List<Block> parts, YearMonth from, YearMonth to) {
        return parts.stream().filter(part -> part.inside(from, to)).flatMap(part -> part.events().stream());
    }

    private static List<Block> months(Stream<Event> events) {
        return byMonth(events).entrySet().stream()
                .map(month -> new Block(month.getKey(), month.getKey(), month.getValue()))
                .toList();
    }

    private static Map<YearMonth, List<Event>> byMonth(Stream<Event> events) {
        return events.collect(
                Collectors.groupingBy(event -> YearMonth.from(event.on()), TreeMap::new, Collectors.toList()));
    }

    private static List<Event> within(Map<YearMonth, List<Event>> events, Block block) {
        return events.entrySet().stream()
                .filter(month -> !month.getKey().isBefore(block.from())
                        && !month.getKey().isAfter(block.to()))
                .flatMap(month -> month.getValue().stream())
                .toList();
    }

    /** Joins parts, the oldest first; what is left at the end is too few and is not told yet. */
    private static List<Block> join(List<Block> parts) {
        List<Block> joined = new ArrayList<>();
        List<Event> events = new ArrayList<>();
        Set<UUID> people = new HashSet<>();
        YearMonth from = null;
        for (Block part : parts) {
            from = from == null ? part.from() : from;
            events.addAll(part.events());
            part.events().forEach(event -> people.add(event.person()));
            if (people.size() >= SmallGroups.FEWEST) {
                joined.add(new Block(from, part.to(), List.copyOf(events)));
                events.clear();
                people.clear();
                from = null;
            }
        }
        return joined;
    }
}
