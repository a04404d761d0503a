package org.holdfast.launcher.audit;

/**
 * What verifying a compliance pack found.
 *
 * @param result what it is
 * @param documents number of documents that were verified
 * @param document name of the first document that fails, empty where none does
 * @param madeAt when the pack says it was made, ISO-8601
 * @param key id of the key that signed it
 */
public record ComplianceVerdict(Result result, long documents, String document, String madeAt, String key) {

    /** What verifying can find. */
    public enum Result {
        /** Each document is as it was signed, and none was taken out or put in. */
        GENUINE("compliance.genuine"),
        /** A document was changed. */
        ALTERED("compliance.altered"),
        /** A document was taken out. */
        REMOVED("compliance.removed"),
        /** A document was put in. */
        ADDED("compliance.added"),
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
     * Returns whether the pack is as it was signed.
     *
     * @return whether it is genuine
     */
    public boolean genuine() {
        return result == Result.GENUINE;
    }
}
