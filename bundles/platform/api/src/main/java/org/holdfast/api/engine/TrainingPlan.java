package org.holdfast.api.engine;

import java.util.Objects;

/**
 * What to train.
 *
 * @param algorithm the learning algorithm
 * @param fit what the model is fitted on, with both classes present
 * @param calibrate later rows the model has not seen, on which its probabilities are calibrated
 * @param seed the same seed and data give the same bytes
 * @param threads how many threads the engine may use, at least 1; the result does not depend on it
 */
public record TrainingPlan(Algorithm algorithm, LabelledMatrix fit, LabelledMatrix calibrate, long seed, int threads) {

    /** Checks that both matrices have the same columns. */
    public TrainingPlan {
        Objects.requireNonNull(algorithm, "algorithm");
        if (!fit.features().columns().equals(calibrate.features().columns())) {
            throw new IllegalArgumentException("Training and calibration have different columns");
        }
        if (threads < 1) {
            throw new IllegalArgumentException("At least one thread is needed");
        }
    }
}
