package org.holdfast.api.engine;

import java.util.List;
import org.holdfast.api.TimeLimit;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A calibrated model that gives the log-odds of a voluntary exit within the horizon it was trained for.
 *
 * <p>Safe for use from many threads. Holds native memory: whoever asked for it closes it.
 */
@ConsumerType
@TimeLimit(seconds = 1800)
public interface TrainedModel extends AutoCloseable {

    /**
     * Returns the columns it was trained on, in order.
     *
     * @return the columns
     */
    List<FeatureColumn> columns();

    /**
     * Returns calibrated log-odds; the probability is {@code 1 / (1 + exp(−margin))}.
     *
     * @param features rows with exactly the columns of {@link #columns()}
     * @return one margin per row; the same row gives the same bits, whatever the other rows are
     * @throws IllegalArgumentException where the columns differ
     */
    double[] margins(FeatureMatrix features);

    /**
     * Returns exact contributions, which add up to the margins within 1e-5.
     *
     * @param features rows with exactly the columns of {@link #columns()}
     * @return contributions per row and column
     * @throws IllegalArgumentException where the columns differ
     */
    Contributions explain(FeatureMatrix features);

    /**
     * Returns the model as bytes.
     *
     * @return bytes that {@link Engine#load} turns into an equal model
     */
    ModelData data();

    /** Frees native memory. A closed model must not be used. */
    @Override
    void close();
}
