package org.holdfast.core.surveys;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Answers of a group, added up.
 *
 * @param answers how many there are
 * @param counts for each item how often each value was given, from the lowest to the highest
 * @param keeps how many named a need that keeps them, by its code
 * @param leaves how many named a need for which they would leave, by its code
 */
record Figures(int answers, List<List<Integer>> counts, Map<String, Integer> keeps, Map<String, Integer> leaves) {
    private static final int PROMOTER = 9;
    private static final int DETRACTOR = 6;

    /** Copies the collections. */
    Figures {
        counts = counts.stream().map(List::copyOf).toList();
        keeps = Map.copyOf(keeps);
        leaves = Map.copyOf(leaves);
    }

    static Figures of(SurveyKind kind, Collection<Answer> answers) {
        List<List<Integer>> counts = new ArrayList<>();
        for (int item = 0; item < kind.items().size(); item++) {
            int[] values = new int[kind.scale().steps()];
            for (Answer answer : answers) {
                values[answer.scores().get(item) - kind.scale().lowest()]++;
            }
            counts.add(Arrays.stream(values).boxed().toList());
        }
        return new Figures(answers.size(), counts, count(answers, Answer::keeps), count(answers, Answer::leaves));
    }

    private static Map<String, Integer> count(Collection<Answer> answers, Function<Answer, List<String>> needs) {
        Map<String, Integer> counts = new TreeMap<>();
        answers.forEach(answer -> needs.apply(answer).forEach(need -> counts.merge(need, 1, Integer::sum)));
        return counts;
    }

    /** Returns the same without needs: of a part of the firm no more is kept than is shown. */
    Figures scoresAlone() {
        return new Figures(answers, counts, Map.of(), Map.of());
    }

    /** Returns the mean of an item. */
    double mean(SurveyKind kind, int item) {
        List<Integer> values = counts.get(item);
        long sum = 0;
        for (int i = 0; i < values.size(); i++) {
            sum += (long) values.get(i) * (kind.scale().lowest() + i);
        }
        return (double) sum / answers;
    }

    /** Returns the mean of all items. */
    double mean(SurveyKind kind) {
        double sum = 0;
        for (int item = 0; item < counts.size(); item++) {
            sum += mean(kind, item);
        }
        return sum / counts.size();
    }

    /** Returns promoters less detractors in percent of the answers, -100 to 100, of the first item on a scale from 0 to 10. */
    int recommendation() {
        List<Integer> values = counts.get(0);
        int promoters = sum(values.subList(PROMOTER, values.size()));
        int detractors = sum(values.subList(0, DETRACTOR + 1));
        return (int) Math.round(100.0 * (promoters - detractors) / answers);
    }

    private static int sum(List<Integer> values) {
        return values.stream().mapToInt(Integer::intValue).sum();
    }
}
