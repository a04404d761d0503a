package org.holdfast.launcher.evaluate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The column that tells who left.
 *
 * @param values 1 for a leaver, 0 for a stayer, in the order of rows
 * @param positive the word that means a leaver
 */
@SuppressWarnings("ArrayRecordComponent") // one number per row of a large table; nobody compares two labels
record OutcomeLabel(double[] values, String positive) {
    private static final Set<String> LEAVING =
            Set.of("1", "1.0", "yes", "y", "true", "t", "left", "leaver", "resigned", "terminated", "是", "离职", "已离职");

    private static final int SHOWN = 10;

    /**
     * Reads a label.
     *
     * @param name the column's name
     * @param words one per row
     * @param positive the word that means a leaver, if the user says which
     */
    static OutcomeLabel of(String name, List<String> words, Optional<String> positive) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (int row = 0; row < words.size(); row++) {
            if (words.get(row).isEmpty()) {
                throw EvaluateFailure.ofContent("problem.labelMissing", row, name);
            }
            counts.merge(words.get(row), 1, Integer::sum);
        }
        String leaving = positive.isPresent() ? named(name, counts, positive.get()) : guessed(name, counts);
        if (counts.size() == 1) {
            throw EvaluateFailure.ofContent("problem.oneClass", name);
        }
        double[] values =
                words.stream().mapToDouble(word -> word.equals(leaving) ? 1 : 0).toArray();
        return new OutcomeLabel(values, leaving);
    }

    int positives() {
        int count = 0;
        for (double value : values) {
            count += value > 0.5 ? 1 : 0;
        }
        return count;
    }

    private static String named(String name, Map<String, Integer> counts, String positive) {
        return counts.keySet().stream()
                .filter(word -> word.equalsIgnoreCase(positive))
                .findFirst()
                .orElseThrow(() -> EvaluateFailure.ofUse("problem.noPositive", name, positive, shown(counts)));
    }

    private static String guessed(String name, Map<String, Integer> counts) {
        if (counts.size() > 2) {
            throw EvaluateFailure.ofUse("problem.manyLabels", name, counts.size(), shown(counts));
        }
        List<String> known = counts.keySet().stream()
                .filter(word -> LEAVING.contains(word.toLowerCase(Locale.ROOT)))
                .toList();
        return known.size() == 1
                ? known.get(0)
                : counts.entrySet().stream()
                        .min(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                        .orElseThrow()
                        .getKey();
    }

    private static String shown(Map<String, Integer> counts) {
        return String.join(", ", counts.keySet().stream().limit(SHOWN).toList()) + (counts.size() > SHOWN ? ", …" : "");
    }
}
