package org.holdfast.core.risk.scoring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.holdfast.api.engine.FeatureMatrix;

/**
 * How the values of a feature lay in the rows a model was fitted on. It names nobody's value: its ends are means of ten rows.
 *
 * @param feature code of the feature
 * @param low mean of the ten lowest values, NaN where fewer than ten are known
 * @param high mean of the ten highest values, NaN where fewer than ten are known
 * @param cuts nine values between the tenths of the known values, rising; empty where fewer than ten are known
 * @param shares share of the rows in each of the ten parts the cuts make, then of those without a value; they add up to 1
 */
public record FeatureProfile(String feature, double low, double high, List<Double> cuts, List<Double> shares) {
    /** Nobody stands alone in a figure. */
    private static final int ENDS = 10;

    private static final int PARTS = 10;

    /** Copies the lists. */
    public FeatureProfile {
        cuts = List.copyOf(cuts);
        shares = List.copyOf(shares);
    }

    /**
     * Describes the columns of some rows.
     *
     * @param rows the rows
     * @return one for each column, in their order
     */
    public static List<FeatureProfile> of(FeatureMatrix rows) {
        List<FeatureProfile> profiles = new ArrayList<>();
        for (int column = 0; column < rows.columns().size(); column++) {
            int at = column;
            double[] values = DoubleStream.iterate(0, row -> row < rows.rows(), row -> row + 1)
                    .map(row -> rows.value((int) row, at))
                    .toArray();
            profiles.add(of(rows.columns().get(column).name(), values));
        }
        return profiles;
    }

    private static FeatureProfile of(String feature, double[] values) {
        double[] known = Arrays.stream(values)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        if (known.length < ENDS) {
            return new FeatureProfile(feature, Double.NaN, Double.NaN, List.of(), shares(values, List.of()));
        }
        List<Double> cuts = new ArrayList<>();
        for (int part = 1; part < PARTS; part++) {
            cuts.add(known[(int) ((long) known.length * part / PARTS)]);
        }
        return new FeatureProfile(
                feature, mean(known, 0), mean(known, known.length - ENDS), cuts, shares(values, cuts));
    }

    /**
     * Says whether a value lies where a model may still say something about it: not further out of the values it was fitted
     * on than those lie apart. Trees say the same of every value beyond the last they have seen, and a linear model says
     * ever more of it; neither is knowledge (AI Act Art. 15).
     *
     * @param value the value, NaN where not known
     * @return true also where the value is not known, and where the model has seen no two different values
     */
    public boolean covers(double value) {
        double width = high - low;
        return Double.isNaN(value) || !(width > 0) || (value >= low - width && value <= high + width);
    }

    /**
     * Returns into which part a value falls.
     *
     * @param value the value, NaN where not known
     * @return place in {@link #shares}
     */
    public int part(double value) {
        return part(value, cuts);
    }

    private static int part(double value, List<Double> cuts) {
        if (Double.isNaN(value)) {
            return PARTS;
        }
        int part = 0;
        while (part < cuts.size() && value >= cuts.get(part)) {
            part++;
        }
        return part;
    }

    private static List<Double> shares(double[] values, List<Double> cuts) {
        int[] counts = new int[PARTS + 1];
        for (double value : values) {
            counts[part(value, cuts)]++;
        }
        return Arrays.stream(counts)
                .mapToObj(count -> values.length == 0 ? 0 : (double) count / values.length)
                .toList();
    }

    private static double mean(double[] sorted, int from) {
        return Arrays.stream(sorted, from, from + ENDS).average().orElseThrow();
    }
}
