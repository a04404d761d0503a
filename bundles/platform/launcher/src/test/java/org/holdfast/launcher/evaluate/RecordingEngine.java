package org.holdfast.launcher.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.holdfast.api.engine.Algorithm;
import org.holdfast.api.engine.Engine;
import org.holdfast.api.engine.Evaluation;
import org.holdfast.api.engine.Evaluation.AlgorithmResult;
import org.holdfast.api.engine.Evaluation.Summary;
import org.holdfast.api.engine.EvaluationProtocol;
import org.holdfast.api.engine.LabelledTable;
import org.holdfast.api.engine.Metric;
import org.holdfast.api.engine.Metrics;
import org.holdfast.api.engine.ModelData;
import org.holdfast.api.engine.TrainedModel;
import org.holdfast.api.engine.TrainingPlan;
import org.jspecify.annotations.Nullable;

/** An engine that keeps what it was asked and always answers the same. */
final class RecordingEngine implements Engine {
    private @Nullable LabelledTable table;
    private @Nullable EvaluationProtocol protocol;

    LabelledTable table() {
        return Objects.requireNonNull(table, "not asked");
    }

    EvaluationProtocol protocol() {
        return Objects.requireNonNull(protocol, "not asked");
    }

    @Override
    public Evaluation evaluate(LabelledTable asked, EvaluationProtocol by) {
        table = asked;
        protocol = by;
        List<AlgorithmResult> results = new ArrayList<>();
        for (Algorithm algorithm : Algorithm.values()) {
            results.add(new AlgorithmResult(
                    algorithm,
                    Stream.of(Metric.values())
                            .collect(Collectors.toMap(metric -> metric, metric -> new Summary(0.5, 0.02)))));
        }
        int positives = (int) Arrays.stream(asked.labels()).sum();
        return new Evaluation(by.name(), asked.labels().length, positives, results, Algorithm.LOGISTIC_REGRESSION);
    }

    @Override
    public String version() {
        return "recording 1.0";
    }

    @Override
    public Set<Algorithm> algorithms() {
        return Set.of(Algorithm.values());
    }

    @Override
    public TrainedModel train(TrainingPlan plan) {
        throw new UnsupportedOperationException("Only evaluates");
    }

    @Override
    public TrainedModel load(ModelData data) {
        throw new UnsupportedOperationException("Only evaluates");
    }

    @Override
    public Metrics measure(double[] probabilities, double[] labels) {
        throw new UnsupportedOperationException("Only evaluates");
    }
}
