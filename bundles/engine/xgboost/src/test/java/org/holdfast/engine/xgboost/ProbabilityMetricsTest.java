package org.holdfast.engine.xgboost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Random;
import org.holdfast.api.engine.Metric;
import org.holdfast.api.engine.Metrics;
import org.junit.jupiter.api.Test;

class ProbabilityMetricsTest {

    @Test
    void equalProbabilitiesRankNobodyAboveAnybody() {
        double[] same = {0.3, 0.3, 0.3, 0.3, 0.3};

        Map<Metric, Double> values =
                ProbabilityMetrics.of(same, new double[] {1, 0, 0, 1, 0}).values();

        assertThat(values.get(Metric.ROC_AUC)).isEqualTo(0.5);
        assertThat(values.get(Metric.PR_AUC)).isCloseTo(0.4, within(1e-12));
        assertThat(values.get(Metric.PRECISION_AT_5)).isCloseTo(0.4, within(1e-12));
        assertThat(values.get(Metric.ECE)).isCloseTo(0.1, within(1e-12));
    }

    @Test
    void orderOfRowsChangesNothing() {
        Random random = new Random(3);
        int rows = 997;
        double[] probabilities = new double[rows];
        double[] labels = new double[rows];
        double[] turnedProbabilities = new double[rows];
        double[] turnedLabels = new double[rows];
        for (int row = 0; row < rows; row++) {
            probabilities[row] = random.nextInt(20) / 20.0;
            labels[row] = random.nextDouble() < probabilities[row] ? 1 : 0;
            turnedProbabilities[rows - 1 - row] = probabilities[row];
            turnedLabels[rows - 1 - row] = labels[row];
        }

        Metrics straight = ProbabilityMetrics.of(probabilities, labels);
        Metrics turned = ProbabilityMetrics.of(turnedProbabilities, turnedLabels);

        for (Metric metric : Metric.values()) {
            assertThat(turned.values().get(metric))
                    .as("%s", metric)
                    .isCloseTo(straight.values().get(metric), within(1e-12));
        }
    }

    @Test
    void calibrationErrorIsTheMeanGapOfTenEqualBins() {
        double[] probabilities = new double[20];
        double[] labels = new double[20];
        for (int row = 0; row < 20; row++) {
            probabilities[row] = (row + 0.5) / 20;
            labels[row] = row >= 10 ? 1 : 0;
        }

        double error = ProbabilityMetrics.of(probabilities, labels).values().get(Metric.ECE);

        // Bins of two: means .05, .15 … .95 against 0 for the lower five and 1 for the upper five.
        assertThat(error).isCloseTo(0.25, within(1e-12));
    }

    @Test
    void topFivePercentOfAHundredAreFive() {
        double[] probabilities = new double[100];
        double[] labels = new double[100];
        for (int row = 0; row < 100; row++) {
            probabilities[row] = row / 100.0;
            labels[row] = row == 99 || row == 97 || row == 90 ? 1 : 0;
        }

        Map<Metric, Double> values =
                ProbabilityMetrics.of(probabilities, labels).values();

        assertThat(values.get(Metric.PRECISION_AT_5)).isEqualTo(0.4);
        assertThat(values.get(Metric.PRECISION_AT_10)).isEqualTo(0.3);
    }

    @Test
    void rankingOfOneClassIsNotDefined() {
        Metrics metrics = ProbabilityMetrics.of(new double[] {0.1, 0.2}, new double[] {0, 0});

        assertThat(metrics.values()).doesNotContainKeys(Metric.ROC_AUC, Metric.PR_AUC);
        assertThat(metrics.alwaysStayAccuracy()).isEqualTo(1);
    }

    @Test
    void certainAndWrongHasAFiniteLogLoss() {
        Metrics metrics = ProbabilityMetrics.of(new double[] {0, 1}, new double[] {1, 0});

        assertThat(metrics.values().get(Metric.LOG_LOSS)).isBetween(30.0, 40.0);
    }

    @Test
    void whatIsNoProbabilityIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProbabilityMetrics.of(new double[] {Double.NaN}, new double[] {1}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProbabilityMetrics.of(new double[] {1.1}, new double[] {1}));
        assertThatIllegalArgumentException().isThrownBy(() -> ProbabilityMetrics.of(new double[0], new double[0]));
    }
}
