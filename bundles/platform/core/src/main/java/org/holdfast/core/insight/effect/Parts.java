package org.holdfast.core.insight.effect;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The parts of subsidiaries that may be told, made once: a report asks for one span after the other.
 *
 * @param byMeasure of each measure, the parts of all the subsidiaries
 */
record Parts(Map<Measure, List<Blocks.Block>> byMeasure) {

    /** Makes the parts of subsidiaries, each for itself. */
    static Parts of(List<Facts> facts) {
        return new Parts(
                Measure.ALL.stream().collect(Collectors.toMap(Function.identity(), measure -> parts(measure, facts))));
    }

    private static List<Blocks.Block> parts(Measure measure, List<Facts> facts) {
        List<Blocks.Block> parts = new ArrayList<>();
        facts.forEach(one -> parts.addAll(Blocks.of(measure, one)));
        return parts;
    }

    /** Returns the figures of a span. */
    List<Figure> figures(YearMonth from, YearMonth to) {
        return Measure.ALL.stream()
                .map(measure -> Figure.of(measure, told(measure, from, to).toList()))
                .toList();
    }

    private Stream<Event> told(Measure measure, YearMonth from, YearMonth to) {
        return Blocks.told(byMeasure.getOrDefault(measure, List.of()), from, to);
    }
}
