package org.holdfast.launcher.audit;

/**
 * What verifying an evidence pack found.
 *
 * @param result what it is
 * @param entries number of entries that were verified
 * @param entry place in the log of the first entry that fails, -1 where none does
 * @param person random id of whom the pack says it is about
 * @param key id of the key that signed it
 */
public record EvidenceVerdict(Result result, long entries, long entry, String person, String key) {

    /** What verifying can find. */
    public enum Result {
        /** Each entry stands in the signed log as it is, and none was taken out of the pack. */
        GENUINE("evidence.genuine"),
        /** An entry or its proof was changed, or the entry is not about the person. */
        ALTERED("evidence.altered"),
        /** An entry was taken out. */
        REMOVED("evidence.removed"),
        /** An entry was put in, or stands where another stood. */
        ADDED("evidence.added"),
        /** What the pack says it holds was changed. */
        MANIFEST_FORGED("evidence.manifestForged"),
        /** The checkpoint was changed, or is one of another log. */
        CHECKPOINT_FORGED("evidence.checkpointForged"),
        /** It is signed by a key that is not among the trusted ones. */
        KEY_UNKNOWN("evidence.keyUnknown");

        private final String textKey;

        Result(String textKey) {
            this.textKey = textKey;
        }

        /**
         * Returns the key of the sentence that says it.
         *
         * @return a key of the launcher's texts
         */
        public String textKey() {
            return textKey;
        }
    }

    /**
     * Returns whether the pack proves what it says.
     *
     * @return whether it is genuine
     */
    public boolean genuine() {
        return result == Result.GENUINE;
    }
}
