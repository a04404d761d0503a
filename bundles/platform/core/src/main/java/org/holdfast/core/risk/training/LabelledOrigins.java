package org.holdfast.core.risk.training;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.holdfast.api.engine.FeatureColumn;
import org.holdfast.api.engine.FeatureMatrix;
import org.holdfast.api.engine.LabelledMatrix;
import org.holdfast.core.risk.features.FeatureRun;
import org.holdfast.core.risk.features.FeatureTable;
import org.holdfast.core.risk.features.PersonSeries;
import org.holdfast.core.risk.features.PersonSeries.ExitWithin;

/**
 * Feature rows at monthly origins with what became of the people. Who left otherwise than of their own wish within the
 * horizon is left out of that origin: neither a leaver nor a stayer.
 */
public final class LabelledOrigins {
    private final Map<LocalDate, Rows> byOrigin = new HashMap<>();
    private final List<FeatureColumn> columns;

    /**
     * Starts without any origin.
     *
     * @param run tells the columns
     */
    public LabelledOrigins(FeatureRun run) {
        columns = run.columns();
    }

    /**
     * Computes the rows of an origin.
     *
     * @param run computes features
     * @param people everybody, those who have left included
     * @param origin the day
     * @param horizon how far ahead an outcome counts
     */
    public void add(FeatureRun run, Collection<PersonSeries> people, LocalDate origin, Horizon horizon) {
        List<PersonSeries> eligible = new ArrayList<>();
        List<Double> labels = new ArrayList<>();
        Set<UUID> leavers = new HashSet<>();
        int others = 0;
        for (PersonSeries person : FeatureRun.employed(origin, people)) {
            ExitWithin exit = person.exitWithin(origin, horizon.days(), horizon.lastKnownDay());
            others += exit == ExitWithin.OTHER ? 1 : 0;
            if (exit == ExitWithin.NONE || exit == ExitWithin.VOLUNTARY) {
                eligible.add(person);
                labels.add(exit == ExitWithin.VOLUNTARY ? 1.0 : 0.0);
                if (exit == ExitWithin.VOLUNTARY) {
                    leavers.add(person.id());
                }
            }
        }
        FeatureTable table = run.asOf(origin, eligible);
        double[] outcome = labels.stream().mapToDouble(Double::doubleValue).toArray();
        byOrigin.put(origin, new Rows(table, outcome, leavers, others));
    }

    /**
     * Returns the rows of some origins.
     *
     * @param origins origins that were computed
     * @return their rows, origin by origin, in the order of {@link #table}
     */
    public LabelledMatrix matrix(List<LocalDate> origins) {
        int rows = 0;
        for (LocalDate origin : origins) {
            rows += rows(origin).labels.length;
        }
        double[] values = new double[rows * columns.size()];
        double[] labels = new double[rows];
        int row = 0;
        for (LocalDate origin : origins) {
            Rows part = rows(origin);
            double[] all = part.table.values();
            System.arraycopy(all, 0, values, row * columns.size(), all.length);
            System.arraycopy(part.labels, 0, labels, row, part.labels.length);
            row += part.labels.length;
        }
        return new LabelledMatrix(new FeatureMatrix(columns, values), labels);
    }

    /** How many different people left within the horizon of any of the origins. */
    int leavers(List<LocalDate> origins) {
        Set<UUID> all = new HashSet<>();
        origins.forEach(origin -> all.addAll(rows(origin).leavers));
        return all.size();
    }

    /**
     * Returns whose rows an origin has and how much each rests on.
     *
     * @param origin an origin that was computed
     * @return its rows, without outcomes
     */
    public FeatureTable table(LocalDate origin) {
        return rows(origin).table;
    }

    /**
     * Returns how many people were left out of an origin because they left otherwise than of their own wish.
     *
     * @param origin an origin that was computed
     * @return the number
     */
    public int leftOtherwise(LocalDate origin) {
        return rows(origin).others;
    }

    private Rows rows(LocalDate origin) {
        Rows rows = byOrigin.get(origin);
        if (rows == null) {
            throw new IllegalStateException("Origin " + origin + " was not computed");
        }
        return rows;
    }

    /**
     * How far ahead an outcome counts.
     *
     * @param days days after the origin
     * @param lastKnownDay the last day of which outcomes are known
     */
    public record Horizon(int days, LocalDate lastKnownDay) {}

    @SuppressWarnings("ArrayRecordComponent") // rows of a large matrix; nobody compares two of these
    private record Rows(FeatureTable table, double[] labels, Set<UUID> leavers, int others) {}
}
