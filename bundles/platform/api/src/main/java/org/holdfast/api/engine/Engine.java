package org.holdfast.api.engine;

import java.util.Set;
import org.holdfast.api.TimeLimit;
import org.osgi.annotation.versioning.ConsumerType;

/** Trains, loads and evaluates models. Methods may be called from any thread. */
@ConsumerType
@TimeLimit(seconds = 7200)
public interface Engine {

    /**
     * Returns name and version, which are stored with every model.
     *
     * @return for example {@code xgboost4j 3.4.0}
     */
    String version();

    /**
     * Returns what it can train.
     *
     * @return at least one algorithm
     */
    Set<Algorithm> algorithms();

    /**
     * Fits a model and calibrates its probabilities on the held-out rows (Platt 1999: affine on the log-odds).
     *
     * @param plan what to train
     * @return the calibrated model; the caller closes it
     * @throws org.holdfast.api.HoldfastException where one of the classes is absent or the algorithm is not offered
     */
    TrainedModel train(TrainingPlan plan);

    /**
     * Loads a model.
     *
     * @param data what {@link TrainedModel#data} returned
     * @return a model that gives the same bits; the caller closes it
     * @throws org.holdfast.api.HoldfastException where the bytes are damaged or of another engine
     */
    TrainedModel load(ModelData data);

    /**
     * Measures probabilities against outcomes.
     *
     * @param probabilities one per person, 0 to 1
     * @param labels one per person, 0 or 1
     * @return the metrics
     */
    Metrics measure(double[] probabilities, double[] labels);

    /**
     * Trains and tests every algorithm on a table by one protocol, each step of preparation fitted on training rows
     * only.
     *
     * @param table the table
     * @param protocol how rows are split
     * @return the metrics per algorithm
     * @throws org.holdfast.api.HoldfastException where the table cannot be split that way
     */
    Evaluation evaluate(LabelledTable table, EvaluationProtocol protocol);
}
