package org.holdfast.engine.xgboost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PlattScalingTest {
    private static final int ROWS = 20_000;

    @Test
    void overconfidentMarginsAreStretchedBackToTheTruth() {
        double[] margins = new double[ROWS];
        double[] labels = new double[ROWS];
        Random random = new Random(5);
        for (int row = 0; row < ROWS; row++) {
            double truth = random.nextGaussian() - 1;
            margins[row] = 3 * truth + 2;
            labels[row] = random.nextDouble() < LogOdds.probability(truth) ? 1 : 0;
        }

        PlattScaling scaling = PlattScaling.fit(margins, labels);

        assertThat(scaling.slope()).isCloseTo(1 / 3.0, within(0.02));
        assertThat(scaling.intercept()).isCloseTo(-2 / 3.0, within(0.05));
    }

    @Test
    void marginsThatSayTheOppositeAreNotTurnedRound() {
        double[] margins = new double[ROWS];
        double[] labels = new double[ROWS];
        Random random = new Random(5);
        for (int row = 0; row < ROWS; row++) {
            margins[row] = random.nextGaussian();
            labels[row] = random.nextDouble() < LogOdds.probability(-margins[row] - 1) ? 1 : 0;
        }

        PlattScaling scaling = PlattScaling.fit(margins, labels);

        assertThat(scaling.slope()).isPositive().isLessThan(0.1);
        assertThat(LogOdds.probability(scaling.apply(0))).isCloseTo(0.3, within(0.03));
    }

    @Test
    void oneClassOrFewLeaversGiveTheIdentity() {
        assertThat(PlattScaling.fit(new double[50], new double[50])).isEqualTo(PlattScaling.IDENTITY);
        double[] labels = new double[50];
        Arrays.fill(labels, 0, 9, 1);
        assertThat(PlattScaling.fit(new double[50], labels)).isEqualTo(PlattScaling.IDENTITY);
    }
}
