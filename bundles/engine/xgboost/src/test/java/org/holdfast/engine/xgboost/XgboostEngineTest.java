package org.holdfast.engine.xgboost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Arrays;
import org.holdfast.api.HoldfastException;
import org.holdfast.api.engine.Algorithm;
import org.holdfast.api.engine.Engine;
import org.holdfast.api.engine.FeatureMatrix;
import org.holdfast.api.engine.LabelledMatrix;
import org.holdfast.api.engine.ModelData;
import org.holdfast.api.engine.TrainedModel;
import org.holdfast.api.engine.TrainingPlan;
import org.holdfast.testkit.engine.EngineContract;
import org.holdfast.testkit.engine.GeneratedExits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class XgboostEngineTest extends EngineContract {
    private final XgboostEngine engine = new XgboostEngine();

    @Override
    protected Engine engine() {
        return engine;
    }

    @Test
    void allThreeAlgorithmsAreOffered() {
        assertThat(engine.algorithms()).containsExactly(Algorithm.values());
        assertThat(engine.version()).matches("xgboost4j \\d+\\.\\d+\\.\\d+");
    }

    @ParameterizedTest
    @EnumSource(Algorithm.class)
    void fewLeaversToCalibrateOnLeaveTheModelAsItIs(Algorithm algorithm) {
        LabelledMatrix fit = GeneratedExits.people(500, 1);
        LabelledMatrix few = GeneratedExits.people(20, 2);

        try (CalibratedModel model = (CalibratedModel) engine.train(new TrainingPlan(algorithm, fit, few, 7, 1))) {
            assertThat(model.scaling()).isEqualTo(PlattScaling.IDENTITY);
            assertThat(model.margins(few.features())).isEqualTo(model.raw().margins(few.features()));
        }
    }

    @Test
    void loadSaysWhetherBytesAreDamagedOrOfAnotherEngine() {
        LabelledMatrix people = GeneratedExits.people(300, 1);
        ModelData data;
        try (TrainedModel model = engine.train(new TrainingPlan(Algorithm.LOGISTIC_REGRESSION, people, people, 7, 1))) {
            data = model.data();
        }
        byte[] flipped = data.bytes().clone();
        flipped[flipped.length - 3] ^= 4;
        byte[] laterFormat = data.bytes().clone();
        laterFormat[7] = 2;

        assertThat(codeOf(new ModelData(data.algorithm(), data.engineVersion(), flipped)))
                .isEqualTo(EngineError.MODEL_DAMAGED);
        assertThat(codeOf(new ModelData(Algorithm.XGBOOST, data.engineVersion(), data.bytes())))
                .isEqualTo(EngineError.MODEL_DAMAGED);
        assertThat(codeOf(new ModelData(data.algorithm(), "xgboost4j 3.0.4", data.bytes())))
                .isEqualTo(EngineError.MODEL_OF_OTHER_ENGINE);
        assertThat(codeOf(new ModelData(data.algorithm(), data.engineVersion(), laterFormat)))
                .isEqualTo(EngineError.MODEL_OF_OTHER_ENGINE);
    }

    private Object codeOf(ModelData data) {
        HoldfastException[] thrown = new HoldfastException[1];
        assertThatExceptionOfType(HoldfastException.class)
                .isThrownBy(() -> engine.load(data).close())
                .satisfies(exception -> thrown[0] = exception);
        return thrown[0].code();
    }

    @Test
    void closedModelSaysSoInsteadOfReadingFreedMemory() {
        LabelledMatrix people = GeneratedExits.people(300, 1);
        TrainedModel model = engine.train(new TrainingPlan(Algorithm.XGBOOST, people, people, 7, 1));

        model.close();
        model.close();

        assertThatIllegalStateException().isThrownBy(() -> model.margins(people.features()));
    }

    @Test
    void infiniteAndHugeValuesAreScored() {
        LabelledMatrix people = GeneratedExits.people(300, 1);
        double[] values = Arrays.copyOf(people.features().values(), 12);
        values[0] = Double.POSITIVE_INFINITY;
        values[2] = -Double.MAX_VALUE;
        FeatureMatrix odd = new FeatureMatrix(GeneratedExits.COLUMNS, values);

        try (TrainedModel model = engine.train(new TrainingPlan(Algorithm.XGBOOST, people, people, 7, 1))) {
            assertThat(model.margins(odd)).doesNotContain(Double.NaN);
        }
    }

    @Test
    void callersClassLoaderIsGivenBack() {
        ClassLoader before = Thread.currentThread().getContextClassLoader();

        ClassLoader during =
                NativeLibrary.call("test", () -> Thread.currentThread().getContextClassLoader());

        assertThat(during).isSameAs(XgboostEngine.class.getClassLoader());
        assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(before);
    }
}
