package org.holdfast.core.retention.holdout;

/** How far a hold-out has come. */
public enum HoldoutState {
    /** One person wants it; nothing is drawn. */
    PROPOSED("proposed"),
    /** It never began: it was taken back, or nobody confirmed it in time. */
    WITHDRAWN("withdrawn"),
    /** Lots are drawn. */
    RUNNING("running"),
    /** No more lots are drawn; who was held out stays so until their horizon has passed. */
    OVER("over"),
    /** It was stopped: nobody is held out any more. */
    STOPPED("stopped");

    private final String code;

    HoldoutState(String code) {
        this.code = code;
    }

    /**
     * Returns the word used in the API.
     *
     * @return the code
     */
    public String code() {
        return code;
    }
}
