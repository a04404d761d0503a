package org.holdfast.core.insight.effect;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.holdfast.core.insight.SmallGroups;
import org.holdfast.core.insight.effect.EffectReport.Arm;
import org.holdfast.core.insight.effect.EffectReport.Trial;
import org.holdfast.core.people.Subsidiary;
import org.holdfast.core.platform.statistics.Estimate;
import org.holdfast.core.retention.holdout.Draw;
import org.holdfast.core.retention.holdout.Draw.Lot;
import org.holdfast.core.retention.holdout.Holdouts;
import org.holdfast.core.retention.holdout.Holdouts.Begun;

/**
 * Compares who was told with who was held out by lot, by intention to treat: everybody counts in the group that was drawn, whatever
 * became of them. Months are joined from the oldest on until each group has enough people, and a part is told once the horizon of
 * all in it has passed, so that what two spans differ by is made of such parts again. Safe for use from many threads.
 */
final class Trials {
    private final Holdouts holdouts;

    Trials(Holdouts holdouts) {
        this.holdouts = holdouts;
    }

    /** Returns what differs once a hold-out or a lot of subsidiaries does. */
    Object standing(List<Subsidiary> subsidiaries) {
        return subsidiaries.stream()
                .map(subsidiary -> holdouts.standing(subsidiary.id()))
                .toList();
    }

    /** Returns the hold-outs of a subsidiary that fall into a span, each with what may be told of it. */
    List<Trial> of(Facts facts, String name, YearMonth from, YearMonth to) {
        return holdouts.of(facts.subsidiaryId()).stream()
                .filter(begun -> !YearMonth.from(begun.from()).isAfter(to)
                        && !YearMonth.from(begun.to()).isBefore(from))
                .map(begun -> trial(begun, name, told(begun.draws(), facts, from, to)))
                .toList();
    }

    /** A lot with the employment of whom it was drawn about. */
    private record Drawn(Draw draw, Worker worker) {

        boolean left() {
            return worker.resignedIn(draw.on(), draw.until());
        }
    }

    private static Trial trial(Begun begun, String name, List<Drawn> drawn) {
        List<Drawn> told = drawn.stream().filter(one -> !one.draw().heldOut()).toList();
        List<Drawn> held = drawn.stream().filter(one -> one.draw().heldOut()).toList();
        if (told.isEmpty() || held.isEmpty()) {
            return new Trial(
                    name, begun.from(), begun.to(), begun.share(), begun.state().code(), null, null, null, null);
        }
        Estimate difference = Estimate.share(exits(held), held.size()).minus(Estimate.share(exits(told), told.size()));
        int anyway = (int) held.stream()
                .filter(one -> one.draw().lot() == Lot.HELD_THEN_TOLD)
                .count();
        return new Trial(
                name,
                begun.from(),
                begun.to(),
                begun.share(),
                begun.state().code(),
                arm(told),
                arm(held),
                new EffectReport.Difference(
                        Figure.round(difference.value()),
                        Figure.round(difference.low()),
                        Figure.round(difference.high())),
                anyway);
    }

    private static Arm arm(List<Drawn> drawn) {
        int exits = exits(drawn);
        Estimate share = Estimate.share(exits, drawn.size());
        return new Arm(
                drawn.size(),
                exits,
                Figure.round(share.value()),
                Figure.round(share.low()),
                Figure.round(share.high()));
    }

    private static int exits(List<Drawn> drawn) {
        return (int) drawn.stream().filter(Drawn::left).count();
    }

    /** Returns the lots of the parts that lie inside a span and whose horizon has passed. */
    private static List<Drawn> told(List<Draw> draws, Facts facts, YearMonth from, YearMonth to) {
        Map<UUID, Worker> workers = facts.workers().stream().collect(Collectors.toMap(Worker::id, Function.identity()));
        Map<YearMonth, List<Drawn>> months = draws.stream()
                .filter(draw -> workers.containsKey(draw.personId()))
                .map(draw -> new Drawn(draw, Objects.requireNonNull(workers.get(draw.personId()))))
                .collect(Collectors.groupingBy(
                        one -> YearMonth.from(one.draw().on()), TreeMap::new, Collectors.toList()));
        List<Drawn> told = new ArrayList<>();
        List<Drawn> part = new ArrayList<>();
        YearMonth first = null;
        for (Map.Entry<YearMonth, List<Drawn>> month : months.entrySet()) {
            first = first == null ? month.getKey() : first;
            part.addAll(month.getValue());
            if (enough(part)) {
                if (!first.isBefore(from) && !month.getKey().isAfter(to) && over(part, month.getKey(), facts.today())) {
                    told.addAll(part);
                }
                part.clear();
                first = null;
            }
        }
        return told;
    }

    private static boolean enough(List<Drawn> part) {
        long held = part.stream().filter(one -> one.draw().heldOut()).count();
        return Math.min(held, part.size() - held) >= SmallGroups.FEWEST;
    }

    private static boolean over(List<Drawn> part, YearMonth last, LocalDate today) {
        return last.atEndOfMonth().isBefore(today)
                && part.stream().allMatch(one -> one.draw().until().isBefore(today));
    }
}
