package org.holdfast.core.risk.backtest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.holdfast.api.engine.Engine;
import org.holdfast.api.engine.Metrics;
import org.holdfast.core.risk.backtest.BacktestResult.Interval;
import org.holdfast.core.risk.backtest.BacktestResult.Line;
import org.holdfast.core.risk.training.CardFigures;
import org.holdfast.core.risk.training.ModelCard.AtAlert;
import org.holdfast.core.risk.training.ModelCard.Figures;

/**
 * Measures probabilities against what happened, with 95 % intervals. The rows of one person on several days are not
 * independent, so whole people are drawn with replacement (cluster bootstrap; Efron and Tibshirani 1993, chapter 8),
 * the same draws for every model, so that differences between models are not due to the dice.
 */
final class Yardstick {
    private static final long SEED = 20_260_101L;
    private static final int DRAWS = 200;
    private static final int FEWEST_DRAWS = 40;
    /** From so many rows on fewer draws are made: intervals are narrow there. */
    private static final int MANY_ROWS = 50_000;

    private static final double TAIL = 0.025;

    private final Engine engine;
    private final TestRows rows;
    private final double alertProbability;

    Yardstick(Engine engine, TestRows rows, double alertProbability) {
        this.engine = engine;
        this.rows = rows;
        this.alertProbability = alertProbability;
    }

    Line line(String name, double[] probabilities) {
        double[] alerts = alerts(probabilities);
        Metrics metrics = engine.measure(probabilities, rows.labels());
        Figures figures = CardFigures.of(metrics, alerts, rows.labels(), alertProbability);
        return new Line(
                name,
                values(metrics, figures.atAlert()),
                intervals(probabilities, alerts),
                figures.atAlert(),
                CardFigures.bins(probabilities, rows.labels()));
    }

    /** Where too little is known no alert opens, whatever the model says. */
    private double[] alerts(double[] probabilities) {
        double[] alerts = probabilities.clone();
        for (int row = 0; row < alerts.length; row++) {
            alerts[row] = rows.silent()[row] ? -1 : alerts[row];
        }
        return alerts;
    }

    private static Map<String, Double> values(Metrics metrics, AtAlert atAlert) {
        Map<String, Double> values = new HashMap<>();
        metrics.values().forEach((metric, value) -> values.put(metric.code(), value));
        ofTop("5", 0.05, metrics, values);
        ofTop("10", 0.10, metrics, values);
        Double precision = atAlert.precision();
        if (precision != null) {
            values.put("alertPrecision", precision);
        }
        Double recall = atAlert.recall();
        if (recall != null) {
            values.put("alertRecall", recall);
        }
        return values;
    }

    /** Recall and lift follow from the precision among the share with the highest probabilities. */
    private static void ofTop(String name, double share, Metrics metrics, Map<String, Double> values) {
        Double precision = values.get("precisionAt" + name);
        if (precision != null && metrics.positives() > 0) {
            double flagged = Math.max(1, Math.round(share * metrics.rows()));
            values.put("recallAt" + name, precision * flagged / metrics.positives());
            values.put("liftAt" + name, precision * metrics.rows() / metrics.positives());
        }
    }

    private Map<String, Interval> intervals(double[] probabilities, double[] alerts) {
        Map<String, List<Double>> drawn = new HashMap<>();
        SplittableRandom dice = new SplittableRandom(SEED);
        int draws = rows.labels().length <= MANY_ROWS
                ? DRAWS
                : Math.max(FEWEST_DRAWS, (int) ((long) DRAWS * MANY_ROWS / rows.labels().length));
        for (int draw = 0; draw < draws; draw++) {
            int[] sample = sample(dice);
            double[] labels = pick(rows.labels(), sample);
            Metrics metrics = engine.measure(pick(probabilities, sample), labels);
            AtAlert atAlert = CardFigures.of(metrics, pick(alerts, sample), labels, alertProbability)
                    .atAlert();
            values(metrics, atAlert)
                    .forEach((code, value) -> drawn.computeIfAbsent(code, key -> new ArrayList<>())
                            .add(value));
        }
        Map<String, Interval> intervals = new HashMap<>();
        drawn.forEach((code, values) -> intervals.put(code, interval(values)));
        return intervals;
    }

    private int[] sample(SplittableRandom dice) {
        List<int[]> people = rows.byPerson();
        List<int[]> drawn = new ArrayList<>(people.size());
        int size = 0;
        for (int i = 0; i < people.size(); i++) {
            int[] person = people.get(dice.nextInt(people.size()));
            drawn.add(person);
            size += person.length;
        }
        int[] sample = new int[size];
        int at = 0;
        for (int[] person : drawn) {
            System.arraycopy(person, 0, sample, at, person.length);
            at += person.length;
        }
        return sample;
    }

    private static double[] pick(double[] values, int[] sample) {
        double[] picked = new double[sample.length];
        Arrays.setAll(picked, i -> values[sample[i]]);
        return picked;
    }

    private static Interval interval(List<Double> values) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int low = (int) Math.floor(TAIL * (sorted.length - 1));
        return new Interval(sorted[low], sorted[sorted.length - 1 - low]);
    }
}
