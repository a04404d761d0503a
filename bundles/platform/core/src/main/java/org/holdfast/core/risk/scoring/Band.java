package org.holdfast.core.risk.scoring;

/** How high a risk is; not knowing is a value of its own. Ordered from unknown to high. */
public enum Band {
    /** The evidence is too thin, or no model may be used. */
    UNKNOWN("unknown"),
    /** Nothing to do. */
    LOW("low"),
    /** Worth a look. */
    MEDIUM("medium"),
    /** Worth a talk. */
    MID_HIGH("midHigh"),
    /** A talk within days. */
    HIGH("high");

    private final String code;

    Band(String code) {
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
