package org.holdfast.core.offboarding.assets;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was done with an asset; entries are added and never changed. Each is a signature: whoever is named did it by their account.
 *
 * @param about whose and what it is about
 * @param number its place in the asset's history
 * @param at when
 * @param words what and by whom; sealed under the key of the person it is about, else of the subsidiary
 */
record AssetEntry(About about, int number, Instant at, Words words) {

    /**
     * Whose and what it is about.
     *
     * @param assetId the asset
     * @param subsidiaryId its subsidiary
     * @param personId who held it, null where nobody did
     */
    record About(UUID assetId, UUID subsidiaryId, @Nullable UUID personId) {}

    /**
     * What was done.
     *
     * @param act what
     * @param by user name of who did it
     * @param self whether it was the holder
     * @param on the day it is about
     * @param said what was said of it
     */
    record Words(Act act, String by, boolean self, LocalDate on, Said said) {
        /** Repeats nothing of what was written. */
        @Override
        public String toString() {
            return act.code();
        }
    }

    /**
     * What was said beside it; each may be empty.
     *
     * @param condition in which condition the asset was: a code of {@link Condition}
     * @param note a note, such as of a damage or a decision
     * @param paper where the paper is found that the holder signed
     * @param courier who carried it
     * @param tracking its number with them
     */
    record Said(String condition, String note, String paper, String courier, String tracking) {
        static final Said NOTHING = new Said("", "", "", "", "");

        static Said note(String note) {
            return new Said("", note, "", "", "");
        }

        /** Repeats nothing of what was written. */
        @Override
        public String toString() {
            return "said";
        }
    }
}
