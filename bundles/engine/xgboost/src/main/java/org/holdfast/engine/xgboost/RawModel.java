package org.holdfast.engine.xgboost;

import java.io.DataOutput;
import java.io.IOException;
import org.holdfast.api.engine.FeatureMatrix;

/** A fitted model before calibration. Safe for use from many threads. */
interface RawModel extends AutoCloseable {

    /** Returns one log-odds per row; the same row gives the same bits. */
    double[] margins(FeatureMatrix features);

    /** Returns the log-odds before anything is known about a row. */
    double baseline();

    /** Returns {@code rows × columns} contributions; with the baseline they add up to the margins within 1e-6. */
    double[] contributions(FeatureMatrix features);

    /** Writes what {@link ModelFormat} reads back. */
    void write(DataOutput out) throws IOException;

    /** Frees native memory. */
    @Override
    void close();
}
