package org.holdfast.core.risk.features;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.holdfast.api.engine.FeatureColumn;
import org.holdfast.api.engine.FeatureMatrix;
import org.holdfast.api.signal.DataCategory;

/**
 * The feature rows of several people as of a day.
 *
 * @param day the day
 * @param columns the columns, in the order of the industry model
 * @param people whose rows they are, in order
 * @param values {@code people × columns} values, row by row, NaN where missing; shared, not copied
 * @param evidence how much each row rests on
 */
@SuppressWarnings("ArrayRecordComponent") // a run has millions of values; nobody compares two tables
public record FeatureTable(
        LocalDate day, List<FeatureColumn> columns, List<UUID> people, double[] values, List<Evidence> evidence) {

    /** Copies the lists. */
    public FeatureTable {
        columns = List.copyOf(columns);
        people = List.copyOf(people);
        evidence = List.copyOf(evidence);
    }

    /**
     * Returns the table as a matrix for models.
     *
     * @return the matrix over the same values
     */
    public FeatureMatrix matrix() {
        return new FeatureMatrix(columns, values);
    }

    /**
     * Returns one row.
     *
     * @param index from 0
     * @return a copy of its values
     */
    public double[] row(int index) {
        return Arrays.copyOfRange(values, index * columns.size(), (index + 1) * columns.size());
    }

    /**
     * How much a row rests on.
     *
     * @param signals number of different signals with a visible row, for occurrences in the year up to the day
     * @param historyDays days since the first visible row
     * @param withheld categories the gate held back
     */
    public record Evidence(int signals, int historyDays, Set<DataCategory> withheld) {

        /** Copies the set. */
        public Evidence {
            withheld = Set.copyOf(withheld);
        }
    }
}
