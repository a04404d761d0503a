package org.holdfast.core.risk.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.holdfast.api.engine.FeatureColumn;
import org.holdfast.api.engine.FeatureMatrix;
import org.holdfast.api.industry.Direction;
import org.holdfast.core.risk.scoring.RiskScore.DataUse;
import org.holdfast.core.risk.scoring.RiskScore.Why;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a model was fitted on is remembered without anybody's value, and compared with whom it scores. */
@Tag("O28")
class FeatureProfileTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 26);
    private final Random random = new Random(28);

    @Test
    void valuesFarOutOfTheFittedOnesAreNotCovered() {
        for (int round = 0; round < 200; round++) {
            double middle = random.nextGaussian() * 100;
            double spread = 0.1 + random.nextDouble() * 50;
            FeatureProfile profile = profile(numbers(500, middle, spread));
            double width = profile.high() - profile.low();

            assertThat(profile.covers(middle + spread * random.nextGaussian())).isTrue();
            assertThat(profile.covers(profile.high() + 0.99 * width)).isTrue();
            assertThat(profile.covers(profile.low() - 0.99 * width)).isTrue();
            assertThat(profile.covers(profile.high() + 1.01 * width)).isFalse();
            assertThat(profile.covers(profile.low() - 1.01 * width)).isFalse();
            assertThat(profile.covers(Double.POSITIVE_INFINITY)).isFalse();
            assertThat(profile.covers(Double.NaN)).isTrue();
        }
    }

    @Test
    void nobodysValueStandsInAProfile() {
        double[] values = numbers(500, 10, 2);
        values[17] = 123_456.75;

        FeatureProfile profile = profile(values);

        assertThat(profile.high()).isNotEqualTo(123_456.75);
        assertThat(profile.toString()).doesNotContain("123456", "1.2345675E5");
    }

    @Test
    void featureOfWhichTooLittleWasKnownCoversEverything() {
        double[] values = new double[100];
        Arrays.fill(values, Double.NaN);
        values[0] = 3;

        assertThat(profile(values).covers(1e9)).isTrue();
        assertThat(profile(values).cuts()).isEmpty();
    }

    @Test
    void sharesAddUpWithThoseWithoutAValueAndWithTies() {
        double[] values = numbers(300, 0, 1);
        for (int i = 0; i < 100; i++) {
            values[i] = i < 40 ? Double.NaN : 0;
        }
        FeatureProfile profile = profile(values);

        assertThat(profile.shares().stream().mapToDouble(Double::doubleValue).sum())
                .isCloseTo(1, within(1e-9));
        assertThat(profile.shares().get(10)).isCloseTo(40 / 300.0, within(1e-9));
    }

    @Test
    void peopleLikeThoseOfTheTrainingHaveNotMovedAndOthersHave() {
        List<FeatureProfile> profiles = List.of(profile(numbers(5_000, 0, 1)));

        assertThat(drift(profiles, numbers(2_000, 0, 1)).moved()).isZero();
        assertThat(drift(profiles, numbers(2_000, 0, 1)).features().get(0).index())
                .isLessThan(0.1);
        assertThat(drift(profiles, numbers(2_000, 1, 1)).moved()).isEqualTo(1);
        double[] missing = numbers(2_000, 0, 1);
        Arrays.fill(missing, 0, 1_000, Double.NaN);
        assertThat(drift(profiles, missing).moved()).isEqualTo(1);
    }

    @Test
    void whatIsTheSameForEverybodyOfTheDayIsNoMoveOfPeople() {
        double[] same = new double[2_000];
        Arrays.fill(same, 5);

        assertThat(drift(List.of(profile(numbers(5_000, 0, 1))), same).features())
                .isEmpty();
    }

    @Test
    void tooFewPeopleGiveNoFigure() {
        DriftCount count = new DriftCount("m", List.of(profile(numbers(500, 0, 1))));
        count.take(scores("m", numbers(DriftCount.FEWEST - 1, 0, 1)));
        assertThat(count.drift(DAY)).isEmpty();

        count.take(scores("another", numbers(500, 0, 1)));
        assertThat(count.drift(DAY)).isEmpty();
        count.take(scores("m", numbers(1, 0, 1)));
        assertThat(count.drift(DAY)).isPresent();
    }

    private Drift drift(List<FeatureProfile> profiles, double[] values) {
        DriftCount count = new DriftCount("m", profiles);
        count.take(scores("m", values));
        return count.drift(DAY).orElseThrow();
    }

    private static List<RiskScore> scores(String model, double[] values) {
        List<RiskScore> scores = new ArrayList<>();
        for (double value : values) {
            scores.add(new RiskScore(
                    UUID.randomUUID(),
                    new UUID(1, 1),
                    UUID.randomUUID(),
                    DAY,
                    Instant.EPOCH,
                    Band.LOW,
                    Why.KNOWN,
                    new ModelIdentity(model, ModelIdentity.Kind.TRAINED, "xgboost", "1", 180),
                    1,
                    0,
                    0,
                    new double[] {value},
                    List.of(),
                    DataUse.NONE));
        }
        return scores;
    }

    private double[] numbers(int count, double middle, double spread) {
        return random.doubles(count)
                .map(ignored -> middle + spread * random.nextGaussian())
                .toArray();
    }

    private static FeatureProfile profile(double[] values) {
        return FeatureProfile.of(new FeatureMatrix(List.of(new FeatureColumn("f", Direction.FREE)), values))
                .get(0);
    }
}
