package org.holdfast.engine.xgboost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.holdfast.api.engine.FeatureColumn;
import org.holdfast.api.engine.FeatureMatrix;
import org.holdfast.api.engine.LabelledMatrix;
import org.holdfast.api.industry.Direction;
import org.holdfast.testkit.engine.GeneratedExits;
import org.junit.jupiter.api.Test;

class RidgeLearnerTest {

    private static LabelledMatrix oneColumn(int rows, Direction direction) {
        Random random = new Random(11);
        double[] values = new double[rows];
        double[] labels = new double[rows];
        for (int row = 0; row < rows; row++) {
            values[row] = 100 + 10 * random.nextGaussian();
            labels[row] = random.nextDouble() < LogOdds.probability(0.08 * (values[row] - 100) - 1) ? 1 : 0;
        }
        return new LabelledMatrix(new FeatureMatrix(List.of(new FeatureColumn("value", direction)), values), labels);
    }

    @Test
    void coefficientsComeBackInTheColumnsOwnUnits() {
        LinearModel model = (LinearModel) new RidgeLearner().fit(oneColumn(20_000, Direction.FREE), 1, 1);

        assertThat(model.term(0).coefficient()).isCloseTo(0.08, within(0.01));
        assertThat(model.term(0).mean()).isCloseTo(100, within(0.5));
        assertThat(model.baseline()).isCloseTo(-1, within(0.05));
    }

    @Test
    void weightAgainstItsDirectionIsZero() {
        LinearModel model = (LinearModel) new RidgeLearner().fit(oneColumn(2_000, Direction.LOWERS_RISK), 1, 1);

        assertThat(model.term(0).coefficient()).isZero();
    }

    @Test
    void missingValueContributesWhatBeingMissingMeans() {
        LabelledMatrix people = GeneratedExits.people(4_000, 1);
        double[] missing = new double[GeneratedExits.COLUMNS.size()];
        missing[3] = Double.NaN;
        missing[1] = Double.NaN;

        LinearModel model = (LinearModel) new RidgeLearner().fit(people, 1, 1);
        double[] contributions = model.contributions(new FeatureMatrix(GeneratedExits.COLUMNS, missing));

        assertThat(contributions[3]).as("unrated people leave more").isGreaterThan(0.3);
        assertThat(contributions[1]).as("never missing when fitted").isZero();
    }

    @Test
    void constantColumnAndSeparableOutcomeAreFittedAllTheSame() {
        double[] values = {1, 5, 2, 5, 3, 5, 4, 5, 11, 5, 12, 5, 13, 5, 14, 5, 15, 5, 6, 5};
        double[] labels = {0, 0, 0, 0, 1, 1, 1, 1, 1, 0};
        List<FeatureColumn> columns =
                List.of(new FeatureColumn("separates", Direction.FREE), new FeatureColumn("constant", Direction.FREE));

        LinearModel model = (LinearModel)
                new RidgeLearner().fit(new LabelledMatrix(new FeatureMatrix(columns, values), labels), 1, 1);

        assertThat(model.term(0).coefficient()).isPositive().isFinite();
        assertThat(model.term(1).coefficient()).isZero();
    }
}
