package org.holdfast.core.risk.features;

import java.util.ArrayList;
import java.util.List;
import org.holdfast.api.engine.FeatureColumn;
import org.holdfast.api.engine.FeatureMatrix;
import org.holdfast.api.engine.LabelledMatrix;

/**
 * Some columns of a matrix, in an order of their own: a model reads the features it was trained on, whatever else an
 * industry offers. Immutable.
 */
public final class ColumnChoice {
    private final List<FeatureColumn> columns;
    private final int[] places;
    private final int width;

    private ColumnChoice(List<FeatureColumn> columns, int[] places, int width) {
        this.columns = columns;
        this.places = places;
        this.width = width;
    }

    /**
     * Chooses columns.
     *
     * @param all the columns there are
     * @param wanted those wanted, in the wanted order; each is among all
     * @return the choice
     * @throws IllegalArgumentException where one is not there
     */
    public static ColumnChoice of(List<FeatureColumn> all, List<FeatureColumn> wanted) {
        int[] places = new int[wanted.size()];
        for (int i = 0; i < places.length; i++) {
            places[i] = all.indexOf(wanted.get(i));
            if (places[i] < 0) {
                throw new IllegalArgumentException(
                        "There is no column " + wanted.get(i).name());
            }
        }
        return new ColumnChoice(List.copyOf(wanted), places, all.size());
    }

    /**
     * Chooses columns by name, in their own order; names that are not there are left out.
     *
     * @param all the columns there are
     * @param names the wanted names
     * @return the choice
     */
    public static ColumnChoice named(List<FeatureColumn> all, List<String> names) {
        List<FeatureColumn> wanted = new ArrayList<>(all);
        wanted.removeIf(column -> !names.contains(column.name()));
        return of(all, wanted);
    }

    /**
     * Returns the chosen columns.
     *
     * @return in order
     */
    public List<FeatureColumn> columns() {
        return columns;
    }

    /**
     * Cuts rows down to the chosen columns.
     *
     * @param all rows of all columns
     * @return rows of the chosen columns; the same values where nothing is left out
     */
    public FeatureMatrix of(FeatureMatrix all) {
        if (columns.equals(all.columns())) {
            return all;
        }
        double[] values = new double[all.rows() * places.length];
        for (int row = 0; row < all.rows(); row++) {
            for (int i = 0; i < places.length; i++) {
                values[row * places.length + i] = all.values()[row * width + places[i]];
            }
        }
        return new FeatureMatrix(columns, values);
    }

    /**
     * Cuts labelled rows down to the chosen columns.
     *
     * @param all rows of all columns
     * @return rows of the chosen columns with the same labels
     */
    public LabelledMatrix of(LabelledMatrix all) {
        return new LabelledMatrix(of(all.features()), all.labels());
    }
}
