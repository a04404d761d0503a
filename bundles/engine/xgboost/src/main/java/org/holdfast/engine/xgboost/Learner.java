package org.holdfast.engine.xgboost;

import org.holdfast.api.engine.LabelledMatrix;

/** Fits uncalibrated models of one algorithm. */
interface Learner {

    /**
     * Returns a learner whose settings are fixed for this data, so that they are chosen once and not for every fold.
     *
     * @param data rows to choose the settings on
     * @param seed the same seed and data choose the same settings
     * @return this learner where it has nothing to choose
     */
    default Learner tuned(LabelledMatrix data, long seed) {
        return this;
    }

    /**
     * Fits a model.
     *
     * @param data rows with both classes present
     * @param seed the same seed and data give the same model
     * @param threads how many threads may be used; the model does not depend on it
     * @return the model; the caller closes it
     */
    RawModel fit(LabelledMatrix data, long seed, int threads);
}
