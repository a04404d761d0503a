package org.holdfast.core.risk.scoring;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.holdfast.api.signal.DataCategory;

/**
 * A score with everything needed to explain and recompute it.
 *
 * @param id id of the score
 * @param subsidiaryId the person's subsidiary
 * @param personId the person
 * @param asOf as of which day
 * @param computedAt when it was computed
 * @param band the band
 * @param why why the band is unknown; {@code KNOWN} where it is not
 * @param model which model
 * @param settingsVersion version of the settings that made a band of it
 * @param baseline log-odds the model starts from
 * @param margin log-odds; NaN where the band is unknown
 * @param features the feature vector, in the order of the model's columns, NaN where missing; shared, not copied
 * @param reasons contributions grouped by signal, strongest first; with the baseline they add up to the margin
 * @param use which data categories it rests on, and which the gate held back
 */
@SuppressWarnings("ArrayRecordComponent") // compared by id only
public record RiskScore(
        UUID id,
        UUID subsidiaryId,
        UUID personId,
        LocalDate asOf,
        Instant computedAt,
        Band band,
        Why why,
        ModelIdentity model,
        int settingsVersion,
        double baseline,
        double margin,
        double[] features,
        List<Reason> reasons,
        DataUse use) {

    /** Copies the lists. */
    public RiskScore {
        reasons = List.copyOf(reasons);
    }

    /**
     * Returns the probability of a voluntary exit within the horizon, rounded to three decimals.
     *
     * @return 0 to 1, NaN where the band is unknown
     */
    public double probability() {
        return Double.isNaN(margin) ? Double.NaN : Math.round(1000 * Logit.probability(margin)) / 1000.0;
    }

    /**
     * Returns ten times the probability, rounded to one decimal.
     *
     * @return 0 to 10, NaN where the band is unknown
     */
    public double score() {
        return Double.isNaN(margin) ? Double.NaN : Logit.score(margin);
    }

    /**
     * Which data a score used.
     *
     * @param restsOn categories of which at least one value went into it
     * @param withheld categories the gate held back
     */
    public record DataUse(Set<DataCategory> restsOn, Set<DataCategory> withheld) {
        /** Neither used nor held back anything. */
        public static final DataUse NONE = new DataUse(Set.of(), Set.of());

        /** Copies both. */
        public DataUse {
            restsOn = Set.copyOf(restsOn);
            withheld = Set.copyOf(withheld);
        }
    }

    /** Why a band is unknown. */
    public enum Why {
        /** It is known. */
        KNOWN("known"),
        /** Fewer signals or days than the settings ask for. */
        THIN_EVIDENCE("thinEvidence"),
        /** A value lies far out of all the model was fitted on. */
        OUT_OF_RANGE("outOfRange"),
        /** No bundle for the subsidiary's industry is enabled. */
        NO_INDUSTRY("noIndustry");

        private final String code;

        Why(String code) {
            this.code = code;
        }

        /**
         * Returns the word used in the API.
         *
         * @return the code, in camel case
         */
        public String code() {
            return code;
        }
    }
}
