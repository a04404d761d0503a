package org.holdfast.api.engine;

import java.util.Arrays;
import java.util.Optional;

/** The learning algorithms an engine offers. */
public enum Algorithm {
    /** Logistic regression with ridge penalty. */
    LOGISTIC_REGRESSION("logisticRegression"),
    /** Random forest. */
    RANDOM_FOREST("randomForest"),
    /** Gradient boosted trees. */
    XGBOOST("xgboost");

    private final String code;

    Algorithm(String code) {
        this.code = code;
    }

    /**
     * Returns the word used in the API and in reports.
     *
     * @return the code, in camel case
     */
    public String code() {
        return code;
    }

    /**
     * Finds an algorithm by its code.
     *
     * @param code the word used in the API and in reports
     * @return the algorithm, or empty where none has that code
     */
    public static Optional<Algorithm> ofCode(String code) {
        return Arrays.stream(values())
                .filter(algorithm -> algorithm.code.equals(code))
                .findFirst();
    }
}
