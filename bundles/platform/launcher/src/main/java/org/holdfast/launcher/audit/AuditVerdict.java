package org.holdfast.launcher.audit;

/**
 * What verifying a log found.
 *
 * @param result what it is
 * @param entries number of entries that were verified
 * @param first index of the first entry that is not as it was, -1 where all are or where a checkpoint is at fault
 * @param file name of the file at fault, empty where none is
 */
public record AuditVerdict(Result result, long entries, long first, String file) {

    /** What verifying can find. */
    public enum Result {
        /** Every entry up to the last checkpoint is as it was signed, and those after it are well formed. */
        INTACT("audit.intact"),
        /** An entry was changed, or stands where another stood. */
        ALTERED("audit.altered"),
        /** An entry is missing. */
        REMOVED("audit.removed"),
        /** An entry stands where it was not written. */
        REORDERED("audit.reordered"),
        /** A checkpoint was changed, is missing, or is signed by a key that is not trusted. */
        CHECKPOINT_FORGED("audit.checkpointForged"),
        /** The log is shorter than the checkpoint of a witness, or contradicts it. */
        WITNESS_CONTRADICTED("audit.witnessContradicted"),
        /** There are entries, but no checkpoint yet: nothing can be said about them. */
        UNSIGNED("audit.unsigned");

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

    static AuditVerdict intact(long entries) {
        return new AuditVerdict(Result.INTACT, entries, -1, "");
    }

    /**
     * Returns whether the log is as it was written.
     *
     * @return whether it is intact
     */
    public boolean intact() {
        return result == Result.INTACT;
    }
}
