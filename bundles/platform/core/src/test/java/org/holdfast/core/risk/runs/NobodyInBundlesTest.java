package org.holdfast.core.risk.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.holdfast.api.engine.Engine;
import org.holdfast.api.engine.FeatureMatrix;
import org.holdfast.api.engine.LabelledMatrix;
import org.holdfast.api.engine.ModelData;
import org.holdfast.api.engine.TrainedModel;
import org.holdfast.api.engine.TrainingPlan;
import org.holdfast.api.industry.IndustryModel;
import org.holdfast.core.risk.GeneratedFirm;
import org.holdfast.core.risk.runs.RunTable.Kind;
import org.holdfast.core.risk.settings.RiskSettings;
import org.holdfast.engine.xgboost.XgboostEngine;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A bundle that learns and scores is handed numbers without people: not even the ids by which we know them. */
@Tag("O29")
class NobodyInBundlesTest {
    private static final List<Class<?>> WALKED = List.of(Engine.class, TrainedModel.class);

    private final List<Object> handed = new ArrayList<>();

    @Test
    void anEngineNeverLearnsWhoTheRowsAreAbout() {
        try (RiskRoom room = new RiskRoom().withIndustry()) {
            room.registry.with(watched(Engine.class, new XgboostEngine()));
            room.settings.put(GeneratedFirm.ID, RiskSettings.STANDARD.withMinExits(20));

            room.run(Kind.TRAIN);
            room.run(Kind.SCORE);

            assertThat(room.current.all()).isNotEmpty();
            assertThat(handed)
                    .hasAtLeastOneElementOfType(TrainingPlan.class)
                    .hasAtLeastOneElementOfType(FeatureMatrix.class);
            for (Object argument : handed) {
                String told = told(argument);
                for (UUID person : room.facts.keySet()) {
                    assertThat(told).doesNotContain(person.toString()).doesNotContain(raw(person));
                }
            }
        }
    }

    /** What an industry's bundle is made of cannot be asked about anybody. */
    @Test
    void anIndustryIsAskedNothing() {
        assertThat(IndustryModel.class.getMethods())
                .isNotEmpty()
                .allSatisfy(method -> assertThat(method.getParameterCount()).isZero());
    }

    private <T> T watched(Class<T> type, T real) {
        InvocationHandler watch = (proxy, method, arguments) -> {
            handed.addAll(arguments == null ? List.of() : Arrays.asList(arguments));
            try {
                Object answer = method.invoke(real, arguments);
                return WALKED.contains(method.getReturnType())
                        ? watched(TrainedModel.class, (TrainedModel) answer)
                        : answer;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, watch));
    }

    /** Everything in an argument as text; an argument of a new type has to be looked at by whoever adds it. */
    private static String told(Object argument) {
        if (argument instanceof TrainingPlan plan) {
            return told(plan.fit()) + told(plan.calibrate());
        }
        if (argument instanceof LabelledMatrix labelled) {
            return told(labelled.features()) + told(labelled.labels());
        }
        if (argument instanceof FeatureMatrix matrix) {
            return matrix.columns() + told(matrix.values());
        }
        if (argument instanceof ModelData data) {
            return data.algorithm() + data.engineVersion() + new String(data.bytes(), StandardCharsets.ISO_8859_1);
        }
        if (argument instanceof double[] values) {
            ByteBuffer bytes = ByteBuffer.allocate(Double.BYTES * values.length);
            Arrays.stream(values).forEach(bytes::putDouble);
            return new String(bytes.array(), StandardCharsets.ISO_8859_1);
        }
        throw new AssertionError("An engine is handed a " + argument.getClass());
    }

    private static String raw(UUID id) {
        byte[] bytes = ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
