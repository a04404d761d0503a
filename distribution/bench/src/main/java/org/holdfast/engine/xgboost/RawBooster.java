package org.holdfast.engine.xgboost;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.holdfast.api.engine.FeatureMatrix;
import org.holdfast.api.engine.TrainedModel;

/** The trees of a model in the library itself, without anything of ours around: what scoring is measured against. */
public final class RawBooster implements AutoCloseable {
    private final Booster booster;

    private RawBooster(Booster booster) {
        this.booster = booster;
    }

    /**
     * Takes the trees out of a model.
     *
     * @param model a model of this engine that has trees
     * @return the same trees
     * @throws IOException where its bytes do not read back
     * @throws XGBoostError where the library refuses
     */
    public static RawBooster of(TrainedModel model) throws IOException, XGBoostError {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ((CalibratedModel) model).raw().write(new DataOutputStream(bytes));
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
        byte[] trees = new byte[in.readInt()];
        in.readFully(trees);
        return new RawBooster(XGBoost.loadModel(trees));
    }

    /**
     * Returns rows as the library wants them.
     *
     * @param features the rows
     * @return in single precision
     */
    public static float[] floats(FeatureMatrix features) {
        return BoosterModel.floats(features, 0, features.rows());
    }

    /**
     * Predicts and explains all rows, each with one call of the library.
     *
     * @param rows the rows
     * @param columns how many values a row has
     * @return the sum of what came out, so that nothing is left out
     * @throws XGBoostError where the library refuses
     */
    public double predictAndExplain(float[] rows, int columns) throws XGBoostError {
        DMatrix matrix = new DMatrix(rows, rows.length / columns, columns, Float.NaN);
        try {
            float[][] margins = booster.predict(matrix, true);
            float[][] contributions = booster.predictContrib(matrix, 0);
            return margins[0][0] + contributions[contributions.length - 1][columns];
        } finally {
            matrix.dispose();
        }
    }

    @Override
    public void close() {
        booster.dispose();
    }
}
