package org.holdfast.core.insight.exits;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.holdfast.core.insight.SmallGroups;

/**
 * How many left for which reason. Reasons that few gave are joined under no name, together with those who gave none, and with as many
 * next rarest reasons as it takes until the joined ones are ten people as well, or nobody.
 */
final class Reasons {
    private static final String JOINED = "";

    private final Map<String, Integer> exits = new TreeMap<>();

    void add(String reason, int more) {
        if (more > 0) {
            exits.merge(reason, more, Integer::sum);
        }
    }

    void add(Reasons other) {
        other.exits.forEach(this::add);
    }

    /** Returns them with what is too few joined. */
    Reasons joined() {
        Reasons told = new Reasons();
        int few = exits.getOrDefault(JOINED, 0);
        for (Map.Entry<String, Integer> reason : rarestFirst()) {
            boolean hides = few > 0 && few < SmallGroups.FEWEST;
            if (reason.getValue() < SmallGroups.FEWEST || hides) {
                few += reason.getValue();
            } else {
                told.add(reason.getKey(), reason.getValue());
            }
        }
        told.add(JOINED, few);
        return told;
    }

    /** Returns them as they are shown: the most frequent first, the joined ones last. */
    List<OffboardingReport.Reason> told() {
        int all = exits.values().stream().mapToInt(Integer::intValue).sum();
        return exits.entrySet().stream()
                .sorted(Comparator.comparing(
                                (Map.Entry<String, Integer> one) -> one.getKey().equals(JOINED))
                        .thenComparing(
                                Map.Entry.<String, Integer>comparingByValue().reversed())
                        .thenComparing(Map.Entry::getKey))
                .map(one -> new OffboardingReport.Reason(
                        one.getKey(), one.getValue(), Math.round(10_000.0 * one.getValue() / all) / 10_000.0))
                .toList();
    }

    private List<Map.Entry<String, Integer>> rarestFirst() {
        return exits.entrySet().stream()
                .filter(one -> !one.getKey().equals(JOINED))
                .sorted(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .toList();
    }
}
