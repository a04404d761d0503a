package org.holdfast.core.risk.scoring;

import java.util.List;
import org.holdfast.api.engine.Contributions;
import org.holdfast.api.engine.FeatureColumn;
import org.holdfast.api.engine.FeatureMatrix;

/** A model that gives the log-odds of a voluntary exit and says why. Safe for use from many threads. */
public interface RiskModel extends AutoCloseable {

    /**
     * Returns which model it is.
     *
     * @return the identity that is stored with every score
     */
    ModelIdentity identity();

    /**
     * Returns the columns it reads, in order.
     *
     * @return the columns
     */
    List<FeatureColumn> columns();

    /**
     * Returns log-odds.
     *
     * @param features rows with exactly the model's columns
     * @return one margin per row
     */
    double[] margins(FeatureMatrix features);

    /**
     * Returns exact contributions that add up to the margins within 1e-5.
     *
     * @param features rows with exactly the model's columns
     * @return contributions per row and column
     */
    Contributions explain(FeatureMatrix features);

    /**
     * Returns how the values of each column lay in the rows it was fitted on.
     *
     * @return in the order of the columns; empty for a model that was not fitted on rows
     */
    default List<FeatureProfile> profiles() {
        return List.of();
    }

    @Override
    default void close() {}
}
