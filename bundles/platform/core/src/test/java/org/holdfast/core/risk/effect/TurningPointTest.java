package org.holdfast.core.risk.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TurningPointTest {
    private static final double[] X =
            IntStream.range(0, 12).mapToDouble(i -> i + .5).toArray();
    private static final double[] EVEN =
            IntStream.range(0, 12).mapToDouble(i -> 1).toArray();

    @Test
    void aLineThatWasLevelAndRisesIsFoundToTheQuarter() {
        double[] y = Arrays.stream(X).map(x -> .2 + .1 * Math.max(0, x - 4.25)).toArray();

        TurningPoint found = TurningPoint.of(X, y, EVEN, 10).orElseThrow();

        assertThat(found.at()).isCloseTo(4.25, within(1e-9));
        assertThat(found.level()).isCloseTo(.2, within(1e-9));
        assertThat(found.slope()).isCloseTo(.1, within(1e-9));
    }

    @Test
    void whatOnlyFallsHasNoTurningPoint() {
        assertThat(TurningPoint.of(X, Arrays.stream(X).map(x -> -x).toArray(), EVEN, 10))
                .isEmpty();
    }
}
