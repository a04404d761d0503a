package org.holdfast.core.risk.effect;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.holdfast.api.engine.Algorithm;
import org.holdfast.core.risk.effect.ActionEffect.Estimate;
import org.holdfast.core.risk.scoring.Logit;

/**
 * The average effect of a kind of action on those who got it, doubly robust: right where either the base risk or the chance of
 * getting the action is modelled right (Robins, Rotnitzky and Zhao 1994, JASA 89; for the treated: Hahn 1998, Econometrica 66).
 * It takes for granted that who got an action and who did not differ only in what is known about them. The interval is Wald's, by
 * the influence function, with all rows of a person taken together.
 */
final class AverageEffect {
    private static final double NORMAL_95 = 1.959964;
    private static final int COMPARISONS_FOR_EACH = 20;
    private static final int FEWEST_COMPARISONS = 2_000;

    /** The odds of getting an action are cut here, so that nobody stands for a crowd. */
    private static final double HIGHEST_QUANTILE = .99;

    private final BaseRisk models;
    private final StudyRows rows;
    private final double[] base;

    AverageEffect(BaseRisk models, StudyRows rows, double[] baseMargins) {
        this.models = models;
        this.rows = rows;
        this.base = Logit.probabilities(baseMargins);
    }

    ActionEffect of(String kind) {
        int[] acted = IntStream.range(0, rows.size())
                .filter(row -> rows.kinds().get(row).equals(kind))
                .toArray();
        int exits = (int)
                Arrays.stream(acted).filter(row -> rows.labels()[row] > .5).count();
        double expected = Arrays.stream(acted).mapToDouble(row -> base[row]).sum();
        if (acted.length < StudyRules.FEWEST_ACTIONS
                || exits < StudyRules.FEWEST_EXITS
                || expected < StudyRules.FEWEST_EXITS) {
            return new ActionEffect(kind, acted.length, exits, null);
        }
        int[] others = comparisons(acted.length);
        double[] weights = odds(acted, others);
        double total = Arrays.stream(weights).sum();
        double bias = 0;
        for (int i = 0; i < others.length; i++) {
            bias += weights[i] / total * surprise(others[i]);
        }
        double mean = Arrays.stream(acted).mapToDouble(this::surprise).average().orElseThrow();
        Map<UUID, Double> influence = new HashMap<>();
        for (int row : acted) {
            influence.merge(rows.people().get(row), (surprise(row) - mean) / acted.length, Double::sum);
        }
        for (int i = 0; i < others.length; i++) {
            influence.merge(
                    rows.people().get(others[i]), -weights[i] / total * (surprise(others[i]) - bias), Double::sum);
        }
        double error = Math.sqrt(
                influence.values().stream().mapToDouble(part -> part * part).sum());
        double retained = bias - mean;
        double left = (double) exits / acted.length;
        return new ActionEffect(
                kind,
                acted.length,
                exits,
                new Estimate(
                        left, left + retained, retained, retained - NORMAL_95 * error, retained + NORMAL_95 * error));
    }

    /** How much more somebody left than was to be expected where nothing is done. */
    private double surprise(int row) {
        return rows.labels()[row] - base[row];
    }

    /** Evenly from all; a weighted mean does not care how many there are, only that they are many. */
    private int[] comparisons(int actions) {
        int[] quiet =
                IntStream.range(0, rows.size()).filter(row -> !rows.acted(row)).toArray();
        int wanted = Math.max(FEWEST_COMPARISONS, COMPARISONS_FOR_EACH * actions);
        int step = Math.max(1, quiet.length / wanted);
        return IntStream.range(0, quiet.length)
                .filter(i -> i % step == 0)
                .map(i -> quiet[i])
                .toArray();
    }

    private double[] odds(int[] acted, int... others) {
        double[] got = new double[rows.size()];
        Arrays.stream(acted).forEach(row -> got[row] = 1);
        int[] both =
                IntStream.concat(Arrays.stream(acted), Arrays.stream(others)).toArray();
        double[] margins = models.crossFitted(Algorithm.LOGISTIC_REGRESSION, rows, got, both, others);
        double[] odds =
                Arrays.stream(others).mapToDouble(row -> Math.exp(margins[row])).toArray();
        double[] sorted = Arrays.stream(odds).sorted().toArray();
        double most = sorted[(int) (HIGHEST_QUANTILE * (sorted.length - 1))];
        return Arrays.stream(odds).map(value -> Math.min(value, most)).toArray();
    }
}
