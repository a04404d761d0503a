package org.holdfast.api.engine;

import java.util.Objects;
import org.holdfast.api.industry.Direction;

/**
 * One column of a feature matrix.
 *
 * @param name the feature's code, unique in the matrix
 * @param direction how it may move the risk; tree models are constrained to it
 */
public record FeatureColumn(String name, Direction direction) {

    /** Checks that both are there. */
    public FeatureColumn {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(direction, "direction");
    }
}
