package org.holdfast.api.engine;

/**
 * Features with their outcomes.
 *
 * @param features the features
 * @param labels one per row: 1 for a voluntary exit within the horizon, 0 for none; shared, not copied
 */
@SuppressWarnings("ArrayRecordComponent") // labels of a large matrix; nobody compares two of these
public record LabelledMatrix(FeatureMatrix features, double[] labels) {

    /** Checks that there is one label per row. */
    public LabelledMatrix {
        if (labels.length != features.rows()) {
            throw new IllegalArgumentException(labels.length + " labels for " + features.rows() + " rows");
        }
    }

    /**
     * Returns how many rows have label 1.
     *
     * @return zero to the number of rows
     */
    public int positives() {
        int count = 0;
        for (double label : labels) {
            if (label > 0.5) {
                count++;
            }
        }
        return count;
    }
}
