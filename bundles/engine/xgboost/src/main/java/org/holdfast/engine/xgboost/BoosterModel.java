package org.holdfast.engine.xgboost;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.holdfast.api.engine.FeatureMatrix;

/**
 * Trees in native memory.
 *
 * <p>Contributions are exact path-dependent Shapley values (TreeSHAP, Lundberg et al. 2020). The library computes them
 * in single precision; what rounding leaves between their sum and the margin is added to the largest of the row.
 */
final class BoosterModel implements RawModel {
    /** Rows per native call: bounds the copies made for it. */
    private static final int BLOCK = 16_384;

    private static final String FORMAT = "ubj";

    private final Booster booster;
    private final int columns;
    private final double baseline;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private boolean closed;

    BoosterModel(Booster booster) throws XGBoostError {
        this.booster = booster;
        this.columns = Math.toIntExact(booster.getNumFeature());
        float[] nothingKnown = new float[columns];
        Arrays.fill(nothingKnown, Float.NaN);
        this.baseline = nativeContributions(booster, nothingKnown, 1)[0][columns];
    }

    static BoosterModel read(DataInput in) throws IOException {
        byte[] bytes = new byte[in.readInt()];
        in.readFully(bytes);
        return NativeLibrary.call("read a model", () -> new BoosterModel(XGBoost.loadModel(bytes)));
    }

    @Override
    public void write(DataOutput out) throws IOException {
        byte[] bytes = use("write a model", () -> booster.toByteArray(FORMAT));
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    @Override
    public double[] margins(FeatureMatrix features) {
        double[] margins = new double[features.rows()];
        for (int from = 0; from < margins.length; from += BLOCK) {
            int rows = Math.min(BLOCK, margins.length - from);
            float[] block = floats(features, from, rows);
            float[][] scored = use("score", () -> nativeMargins(block, rows));
            for (int row = 0; row < rows; row++) {
                margins[from + row] = scored[row][0];
            }
        }
        return margins;
    }

    @Override
    public double baseline() {
        return baseline;
    }

    @Override
    public double[] contributions(FeatureMatrix features) {
        double[] contributions = new double[features.rows() * columns];
        for (int from = 0; from < features.rows(); from += BLOCK) {
            int rows = Math.min(BLOCK, features.rows() - from);
            float[] block = floats(features, from, rows);
            float[][] scored = use("score", () -> nativeMargins(block, rows));
            float[][] explained = use("explain", () -> nativeContributions(booster, block, rows));
            for (int row = 0; row < rows; row++) {
                copyExact(explained[row], scored[row][0], contributions, (from + row) * columns);
            }
        }
        return contributions;
    }

    /** Copies one row and puts what single-precision rounding left over on its largest contribution. */
    private void copyExact(float[] explained, double margin, double[] into, int offset) {
        double rest = margin - baseline;
        int largest = 0;
        for (int column = 0; column < columns; column++) {
            into[offset + column] = explained[column];
            rest -= explained[column];
            if (Math.abs(explained[column]) > Math.abs(explained[largest])) {
                largest = column;
            }
        }
        into[offset + largest] += rest;
    }

    private float[][] nativeMargins(float[] block, int rows) throws XGBoostError {
        DMatrix matrix = new DMatrix(block, rows, columns, Float.NaN);
        try {
            return booster.predict(matrix, true);
        } finally {
            matrix.dispose();
        }
    }

    private static float[][] nativeContributions(Booster booster, float[] block, int rows) throws XGBoostError {
        DMatrix matrix = new DMatrix(block, rows, block.length / rows, Float.NaN);
        try {
            return booster.predictContrib(matrix, 0);
        } finally {
            matrix.dispose();
        }
    }

    /** Returns rows in single precision, as the library wants them; what is out of its range becomes its limit. */
    static float[] floats(FeatureMatrix features, int from, int rows) {
        int columns = features.columns().size();
        double[] values = features.values();
        float[] block = new float[rows * columns];
        for (int i = 0; i < block.length; i++) {
            // The library refuses infinity; Math.max keeps NaN, which is a missing value.
            block[i] = (float) Math.max(-Float.MAX_VALUE, Math.min(Float.MAX_VALUE, values[from * columns + i]));
        }
        return block;
    }

    private <T> T use(String what, NativeLibrary.Call<T> call) {
        lock.readLock().lock();
        try {
            if (closed) {
                throw new IllegalStateException("The model has been closed; load it again");
            }
            return NativeLibrary.call(what, call);
        } finally {
            lock.readLock().unlock();
        }
    }

    @Override
    public void close() {
        lock.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                booster.dispose();
            }
        } finally {
            lock.writeLock().unlock();
        }
    }
}
