package org.holdfast.core.risk.effect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.holdfast.api.engine.FeatureMatrix;
import org.holdfast.api.engine.ModelData;
import org.holdfast.core.risk.scoring.Logit;

/**
 * How much less likely a person is to leave with an action of a kind, told from what is known about them: the log-odds without an
 * action, moved by how far people like them moved who got it. One model for each kind with enough people; there is none for others.
 */
public final class ActionRanking {
    private final BaseRisk models;
    private final ModelData base;
    private final List<ForWhom> fitted;

    private ActionRanking(BaseRisk models, ModelData base, List<ForWhom> fitted) {
        this.models = models;
        this.base = base;
        this.fitted = List.copyOf(fitted);
    }

    static Optional<ActionRanking> fit(BaseRisk models, Moderators moderators, StudyRows rows, double... baseMargins) {
        int[] acted = IntStream.range(0, rows.size()).filter(rows::acted).toArray();
        if (acted.length < StudyRules.FEWEST_FOR_RANKING) {
            return Optional.empty();
        }
        Thirds thirds = Thirds.of(rows.matrix(acted));
        Map<String, List<Integer>> byKind = new TreeMap<>();
        for (int row : acted) {
            byKind.computeIfAbsent(rows.kinds().get(row), kind -> new ArrayList<>())
                    .add(row);
        }
        List<ForWhom> fitted = new ArrayList<>();
        byKind.forEach((kind, own) -> {
            if (own.size() >= StudyRules.FEWEST_FOR_RANKING) {
                int[] columns = moderators.of(kind);
                List<String> names = Arrays.stream(columns)
                        .mapToObj(column -> rows.columns().get(column).name())
                        .toList();
                fitted.add(ForWhom.of(kind, names, thirds.cuts(columns), fit(rows, thirds, own, columns, baseMargins)));
            }
        });
        return fitted.isEmpty() ? Optional.empty() : Optional.of(new ActionRanking(models, models.model(rows), fitted));
    }

    private static double[] fit(
            StudyRows rows, Thirds thirds, List<Integer> own, int[] columns, double... baseMargins) {
        double[][] design = new double[own.size()][];
        double[] offsets = new double[own.size()];
        double[] labels = new double[own.size()];
        for (int i = 0; i < design.length; i++) {
            int row = own.get(i);
            design[i] = thirds.design(columns, rows.features(row));
            offsets[i] = baseMargins[row];
            labels[i] = rows.labels()[row];
        }
        return new OffsetRidge(design, offsets, labels).fit();
    }

    /**
     * Returns for whom the kinds work about which that can be told.
     *
     * @return by code of the kind
     */
    public List<ForWhom> forWhom() {
        return fitted;
    }

    /**
     * Tells what actions would do.
     *
     * @param people whose features
     * @return for each person by how much the probability of leaving falls, by kind; negative where it rises
     */
    public List<Map<String, Double>> effects(FeatureMatrix people) {
        double[] margins = models.margins(base, people);
        List<Map<String, Double>> told = new ArrayList<>();
        Map<String, Integer> columns = new HashMap<>();
        people.columns().forEach(column -> columns.put(column.name(), columns.size()));
        for (int row = 0; row < people.rows(); row++) {
            int own = row;
            double margin = margins[row];
            Map<String, Double> effects = new HashMap<>();
            for (ForWhom model : fitted) {
                double moved = model.moved(feature -> people.value(own, columns.getOrDefault(feature, 0)));
                effects.put(model.kind(), Logit.probability(margin) - Logit.probability(margin + moved));
            }
            told.add(effects);
        }
        return told;
    }

    /**
     * Tells the risk without an action.
     *
     * @param people whose features
     * @return probabilities
     */
    public double[] risks(FeatureMatrix people) {
        return Logit.probabilities(models.margins(base, people));
    }
}
