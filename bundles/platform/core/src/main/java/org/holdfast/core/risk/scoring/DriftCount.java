package org.holdfast.core.risk.scoring;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Counts into which part of a model's profiles the people of a run fall. A feature that is the same for everybody of the run
 * is about the day, such as how long the last holiday is ago, and says nothing about people: it is left out. For one thread.
 */
public final class DriftCount {
    /** Figures of fewer people say nothing, and would tell of them. */
    static final int FEWEST = 50;

    /** A part without anybody counts as this share: the index is not defined for none. */
    private static final double LEAST = 1e-4;

    private final String modelId;
    private final List<FeatureProfile> profiles;
    private final int[][] counts;
    private final double[] first;
    private final boolean[] differs;
    private int people;

    /**
     * Begins.
     *
     * @param modelId the model
     * @param profiles its profiles, in the order of its columns; empty where it has none
     */
    public DriftCount(String modelId, List<FeatureProfile> profiles) {
        this.modelId = modelId;
        this.profiles = List.copyOf(profiles);
        this.counts = new int[profiles.size()][];
        this.first = new double[profiles.size()];
        this.differs = new boolean[profiles.size()];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = new int[profiles.get(i).shares().size()];
        }
    }

    /**
     * Counts people.
     *
     * @param scores their scores; those of another model are left out
     */
    public void take(Collection<RiskScore> scores) {
        for (RiskScore score : scores) {
            double[] vector = score.features();
            if (score.model().id().equals(modelId) && vector.length == profiles.size()) {
                for (int i = 0; i < vector.length; i++) {
                    counts[i][profiles.get(i).part(vector[i])]++;
                    first[i] = people == 0 ? vector[i] : first[i];
                    differs[i] |= Double.compare(first[i], vector[i]) != 0;
                }
                people++;
            }
        }
    }

    /**
     * Returns how far they have moved.
     *
     * @param asOf as of which day
     * @return the drift, or empty where the model has no profiles or too few people were counted
     */
    public Optional<Drift> drift(LocalDate asOf) {
        if (people < FEWEST || profiles.isEmpty()) {
            return Optional.empty();
        }
        List<Drift.Moved> moved = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            if (differs[i]) {
                moved.add(new Drift.Moved(profiles.get(i).feature(), index(profiles.get(i), counts[i])));
            }
        }
        return Optional.of(new Drift(asOf, people, moved));
    }

    private double index(FeatureProfile profile, int[] count) {
        double sum = 0;
        for (int part = 0; part < count.length; part++) {
            double then = Math.max(LEAST, profile.shares().get(part));
            double now = Math.max(LEAST, (double) count[part] / people);
            sum += (now - then) * Math.log(now / then);
        }
        return sum;
    }
}
