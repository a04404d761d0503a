package org.holdfast.core.risk.training;

import java.util.List;
import org.holdfast.api.engine.Algorithm;
import org.jspecify.annotations.Nullable;

/**
 * Which of the industry's features a training uses.
 *
 * @param off codes of features that are left out
 * @param incumbent the champion in use, to compare its features with on the same split; null where there is none
 */
public record FeatureChoice(List<String> off, @Nullable Incumbent incumbent) {

    /** Every feature of the industry, nothing to compare with. */
    public static final FeatureChoice ALL = new FeatureChoice(List.of(), null);

    /** Copies the codes. */
    public FeatureChoice {
        off = List.copyOf(off);
    }

    /**
     * The champion in use.
     *
     * @param algorithm its algorithm
     * @param features codes of the features it reads
     */
    public record Incumbent(Algorithm algorithm, List<String> features) {

        /** Copies the codes. */
        public Incumbent {
            features = List.copyOf(features);
        }
    }
}
