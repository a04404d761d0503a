package org.holdfast.core.people;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells which model scores a subsidiary. The risk room implements it. */
@FunctionalInterface
public interface ModelSummary {

    /**
     * Returns the model that scores a subsidiary now.
     *
     * @param subsidiaryId the subsidiary
     * @return the model; of kind {@code none} where there is none
     */
    Model of(UUID subsidiaryId);

    /**
     * A model in three words.
     *
     * @param kind {@code trained}, {@code scorecard} or {@code none}
     * @param algorithm its algorithm, null where it has none
     * @param trainedOn last day of what it was trained on, null where it was not
     */
    record Model(
            String kind,
            @Nullable String algorithm,
            @Nullable LocalDate trainedOn) {
        /** Nothing scores. */
        public static final Model NONE = new Model("none", null, null);
    }
}
