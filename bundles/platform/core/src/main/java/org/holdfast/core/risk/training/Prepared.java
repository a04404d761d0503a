package org.holdfast.core.risk.training;

import java.time.LocalDate;
import java.util.List;
import org.holdfast.api.engine.LabelledMatrix;
import org.holdfast.core.risk.features.ColumnChoice;

/**
 * What a training works on.
 *
 * @param rows feature rows with outcomes, of all features
 * @param features those that are used
 * @param blocks the split whose test figures are published
 * @param newest the same split moved up to the newest outcomes
 */
record Prepared(LabelledOrigins rows, ColumnChoice features, TimeBlocks blocks, TimeBlocks newest) {

    LabelledMatrix matrix(List<LocalDate> origins) {
        return features.of(rows.matrix(origins));
    }

    Prepared with(ColumnChoice others) {
        return new Prepared(rows, others, blocks, newest);
    }
}
