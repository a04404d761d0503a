package org.holdfast.core.risk.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.holdfast.core.risk.scoring.Logit;
import org.junit.jupiter.api.Test;

class OffsetRidgeTest {
    private final Random dice = new Random(11);

    @Test
    void whatMovedTheOutcomeOnTopOfWhatWasExpectedIsFound() {
        double[] weights = fit(20_000, -.4, -1.2, 0);

        assertThat(weights[0]).isCloseTo(-.4, within(.15));
        assertThat(weights[1]).isCloseTo(-1.2, within(.15));
        assertThat(weights[2]).isCloseTo(0, within(.15));
    }

    @Test
    void whereOutcomesAreAsExpectedNextToNothingIsFound() {
        assertThat(Arrays.stream(fit(5_000, 0, 0, 0)).map(Math::abs).max().orElseThrow())
                .isLessThan(.15);
    }

    @Test
    void twentyPeopleOfWhomNobodyLeftGiveNoEndlessWeights() {
        double[][] design = new double[20][];
        Arrays.setAll(design, i -> new double[] {1, i % 2, 0});

        double[] weights = new OffsetRidge(design, new double[20], new double[20]).fit();

        assertThat(Arrays.stream(weights).allMatch(Double::isFinite)).isTrue();
    }

    private double[] fit(int people, double everybody, double first, double second) {
        double[][] design = new double[people][];
        double[] offsets = new double[people];
        double[] labels = new double[people];
        for (int i = 0; i < people; i++) {
            design[i] = new double[] {1, dice.nextInt(2), dice.nextInt(2)};
            offsets[i] = -1 + dice.nextGaussian();
            double margin = offsets[i] + everybody + first * design[i][1] + second * design[i][2];
            labels[i] = dice.nextDouble() < Logit.probability(margin) ? 1 : 0;
        }
        return new OffsetRidge(design, offsets, labels).fit();
    }
}
