package org.holdfast.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.holdfast.api.HoldfastException;
import org.holdfast.api.engine.Algorithm;
import org.holdfast.api.engine.Contributions;
import org.holdfast.api.engine.Engine;
import org.holdfast.api.engine.FeatureColumn;
import org.holdfast.api.engine.FeatureMatrix;
import org.holdfast.api.engine.LabelledMatrix;
import org.holdfast.api.engine.Metric;
import org.holdfast.api.engine.ModelData;
import org.holdfast.api.engine.TrainedModel;
import org.holdfast.api.engine.TrainingPlan;
import org.holdfast.api.industry.Direction;
import org.junit.jupiter.api.Test;

/** The promises of {@link Engine}, proved on generated people. An engine's own test extends it. */
public abstract class EngineContract {
    private static final LabelledMatrix FIT = GeneratedExits.people(2_000, 1);
    private static final LabelledMatrix CALIBRATE = GeneratedExits.people(1_000, 2);
    private static final LabelledMatrix LATER = GeneratedExits.people(1_000, 3);

    /**
     * Returns the engine under test.
     *
     * @return a new one or the same each time
     */
    protected abstract Engine engine();

    private TrainedModel trained(Algorithm algorithm, int threads) {
        return engine().train(new TrainingPlan(algorithm, FIT, CALIBRATE, 7, threads));
    }

    private static double[] probabilities(double[] margins) {
        return Arrays.stream(margins).map(margin -> 1 / (1 + Math.exp(-margin))).toArray();
    }

    @Test
    public final void engineNamesItselfAndWhatItTrains() {
        assertThat(engine().version()).isNotBlank();
        assertThat(engine().algorithms()).isNotEmpty();
    }

    @Test
    public final void contributionsAndBaselineAddUpToTheMargins() {
        for (Algorithm algorithm : engine().algorithms()) {
            try (TrainedModel model = trained(algorithm, 1)) {
                double[] margins = model.margins(LATER.features());

                Contributions contributions = model.explain(LATER.features());

                assertThat(contributions.rows()).isEqualTo(margins.length);
                for (int row = 0; row < margins.length; row++) {
                    int at = row;
                    double sum = IntStream.range(0, model.columns().size())
                            .mapToDouble(column -> contributions.value(at, column))
                            .sum();
                    assertThat(contributions.baseline() + sum)
                            .as("%s, row %d", algorithm, row)
                            .isCloseTo(margins[row], within(1e-5));
                }
            }
        }
    }

    @Test
    public final void sameRowGivesTheSameBitsWhateverTheOtherRowsAre() {
        for (Algorithm algorithm : engine().algorithms()) {
            try (TrainedModel model = trained(algorithm, 1)) {
                double[] together = model.margins(LATER.features());
                Contributions explained = model.explain(LATER.features());

                for (int row = 0; row < 100; row++) {
                    FeatureMatrix alone = GeneratedExits.rows(LATER.features(), row, row + 1);

                    assertThat(model.margins(alone))
                            .as("%s, row %d", algorithm, row)
                            .containsExactly(together[row]);
                    assertThat(model.explain(alone).value(0, 2)).isEqualTo(explained.value(row, 2));
                }
            }
        }
    }

    @Test
    public final void sameSeedAndDataGiveTheSameBytesWithOneAndTwoThreads() {
        for (Algorithm algorithm : engine().algorithms()) {
            try (TrainedModel one = trained(algorithm, 1);
                    TrainedModel two = trained(algorithm, 2);
                    TrainedModel again = trained(algorithm, 2)) {
                assertThat(two.data().bytes())
                        .as("%s", algorithm)
                        .isEqualTo(one.data().bytes());
                assertThat(again.data().bytes())
                        .as("%s", algorithm)
                        .isEqualTo(one.data().bytes());
            }
        }
    }

    @Test
    public final void loadedModelGivesTheSameBits() {
        for (Algorithm algorithm : engine().algorithms()) {
            try (TrainedModel model = trained(algorithm, 1)) {
                ModelData data = model.data();

                try (TrainedModel loaded = engine().load(data)) {
                    assertThat(data.algorithm()).isEqualTo(algorithm);
                    assertThat(data.engineVersion()).isEqualTo(engine().version());
                    assertThat(loaded.columns()).isEqualTo(model.columns());
                    assertThat(loaded.margins(LATER.features())).isEqualTo(model.margins(LATER.features()));
                    assertThat(loaded.explain(LATER.features()).baseline())
                            .isEqualTo(model.explain(LATER.features()).baseline());
                    assertThat(loaded.data().bytes()).isEqualTo(data.bytes());
                }
            }
        }
    }

    @Test
    public final void damagedModelIsRefused() {
        for (Algorithm algorithm : engine().algorithms()) {
            try (TrainedModel model = trained(algorithm, 1)) {
                byte[] bytes = model.data().bytes();

                for (int at : new int[] {0, 4, 8, 40, 60, bytes.length / 2, bytes.length - 1}) {
                    byte[] flipped = bytes.clone();
                    flipped[at] ^= 1;
                    assertRefused(new ModelData(algorithm, engine().version(), flipped));
                }
                assertRefused(new ModelData(algorithm, engine().version(), Arrays.copyOf(bytes, bytes.length - 1)));
                assertRefused(new ModelData(algorithm, engine().version(), Arrays.copyOf(bytes, 10)));
                assertRefused(new ModelData(algorithm, engine().version(), new byte[0]));
            }
        }
    }

    @Test
    public final void modelOfAnotherEngineIsRefused() {
        for (Algorithm algorithm : engine().algorithms()) {
            try (TrainedModel model = trained(algorithm, 1)) {
                assertRefused(
                        new ModelData(algorithm, "another 1.0", model.data().bytes()));
            }
        }
    }

    private void assertRefused(ModelData data) {
        assertThatExceptionOfType(HoldfastException.class)
                .isThrownBy(() -> engine().load(data).close());
    }

    @Test
    public final void riskNeverMovesAgainstTheDirectionOfColumns() {
        for (Algorithm algorithm : engine().algorithms()) {
            try (TrainedModel model = trained(algorithm, 1)) {
                assertMonotone(model, 0, new double[] {-3, -2, -1, 0, 1, 2, 3});
                assertMonotone(model, 2, new double[] {90_000, 70_000, 60_000, 50_000, 40_000, 30_000});
            }
        }
    }

    /** Walks one column of a person through values that may only raise the risk. */
    private static void assertMonotone(TrainedModel model, int column, double... steps) {
        int columns = model.columns().size();
        for (int row = 0; row < 50; row++) {
            double[] values = new double[steps.length * columns];
            for (int step = 0; step < steps.length; step++) {
                System.arraycopy(LATER.features().values(), row * columns, values, step * columns, columns);
                values[step * columns + column] = steps[step];
            }

            double[] margins = model.margins(new FeatureMatrix(model.columns(), values));

            assertThat(margins).isSorted();
        }
    }

    @Test
    public final void missingIsNotZero() {
        int columns = GeneratedExits.COLUMNS.size();
        for (Algorithm algorithm : engine().algorithms()) {
            try (TrainedModel model = trained(algorithm, 1)) {
                double[] values = new double[2 * columns];
                values[3] = Double.NaN;

                double[] margins = model.margins(new FeatureMatrix(model.columns(), values));

                assertThat(margins[0])
                        .as("%s: unrated people leave more", algorithm)
                        .isGreaterThan(margins[1]);
            }
        }
    }

    @Test
    public final void probabilitiesAreCalibratedAndBeatTheBaseRate() {
        double rate = (double) LATER.positives() / LATER.labels().length;
        double[] everyone = new double[LATER.labels().length];
        Arrays.fill(everyone, rate);
        double reference = metric(everyone, Metric.LOG_LOSS);
        for (Algorithm algorithm : engine().algorithms()) {
            try (TrainedModel model = trained(algorithm, 1)) {
                double[] probabilities = probabilities(model.margins(LATER.features()));

                assertThat(metric(probabilities, Metric.LOG_LOSS))
                        .as("%s", algorithm)
                        .isLessThan(0.9 * reference);
                assertThat(metric(probabilities, Metric.ROC_AUC))
                        .as("%s", algorithm)
                        .isGreaterThan(0.7);
                assertThat(metric(probabilities, Metric.ECE))
                        .as("%s", algorithm)
                        .isLessThan(0.06);
            }
        }
    }

    private double metric(double[] probabilities, Metric metric) {
        Map<Metric, Double> values =
                engine().measure(probabilities, LATER.labels()).values();
        return values.getOrDefault(metric, Double.NaN);
    }

    @Test
    public final void oneClassAloneIsRefused() {
        LabelledMatrix stayers = new LabelledMatrix(FIT.features(), new double[FIT.labels().length]);
        for (Algorithm algorithm : engine().algorithms()) {
            TrainingPlan plan = new TrainingPlan(algorithm, stayers, CALIBRATE, 7, 1);

            assertThatExceptionOfType(HoldfastException.class)
                    .isThrownBy(() -> engine().train(plan).close());
        }
    }

    @Test
    public final void otherColumnsThanTheTrainedOnesAreRefused() {
        FeatureMatrix other = new FeatureMatrix(List.of(new FeatureColumn("other", Direction.FREE)), new double[3]);
        for (Algorithm algorithm : engine().algorithms()) {
            try (TrainedModel model = trained(algorithm, 1)) {
                assertThatIllegalArgumentException().isThrownBy(() -> model.margins(other));
                assertThatIllegalArgumentException().isThrownBy(() -> model.explain(other));
            }
        }
    }

    @Test
    public final void nobodyToScoreGivesNothing() {
        FeatureMatrix nobody = new FeatureMatrix(GeneratedExits.COLUMNS, new double[0]);
        for (Algorithm algorithm : engine().algorithms()) {
            try (TrainedModel model = trained(algorithm, 1)) {
                assertThat(model.margins(nobody)).isEmpty();
                assertThat(model.explain(nobody).rows()).isZero();
            }
        }
    }

    @Test
    public final void metricsOfFourPeopleAreThoseCountedByHand() {
        Map<Metric, Double> values = engine().measure(new double[] {0.9, 0.6, 0.6, 0.1}, new double[] {1, 0, 1, 0})
                .values();

        // Pairs of leaver and stayer: 3.5 of 4 in the right order.
        assertThat(values.get(Metric.ROC_AUC)).isCloseTo(0.875, within(1e-12));
        assertThat(values.get(Metric.PR_AUC)).isCloseTo(0.5 + 0.5 * 2 / 3, within(1e-12));
        assertThat(values.get(Metric.BRIER)).isCloseTo((0.01 + 0.36 + 0.16 + 0.01) / 4, within(1e-12));
        assertThat(values.get(Metric.ACCURACY)).isEqualTo(0.75);
        assertThat(values.get(Metric.PRECISION_AT_5)).isEqualTo(1.0);
    }
}
