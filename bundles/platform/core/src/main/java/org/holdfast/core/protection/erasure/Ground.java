package org.holdfast.core.protection.erasure;

import java.util.Arrays;
import java.util.Optional;

/** Why somebody is erased (GDPR Art. 17(1), PIPL Art. 47(1)). */
public enum Ground {
    /** The person asks for it, and nothing stands against it. */
    REQUEST("request"),
    /** The consent the use rested on is withdrawn (GDPR Art. 17(1)(b), PIPL Art. 47(1)(3)). */
    CONSENT_WITHDRAWN("consentWithdrawn"),
    /** The person has objected (GDPR Art. 17(1)(c)). */
    OBJECTION("objection"),
    /** The use was unlawful (GDPR Art. 17(1)(d), PIPL Art. 47(1)(4)). */
    UNLAWFUL("unlawful"),
    /** What it was kept for is over (GDPR Art. 17(1)(a), PIPL Art. 47(1)(1)). */
    PURPOSE_ENDED("purposeEnded"),
    /** The retention period is over (PIPL Art. 47(1)(2)); the schedule does it by itself. */
    RETENTION("retention"),
    /** What the law had kept of somebody who was erased before has been kept long enough. */
    STATUTORY_ENDED("statutoryEnded"),
    /** It was done before, and a backup or another copy of the database had brought the rows back. */
    REPEATED("repeated");

    private final String code;

    Ground(String code) {
        this.code = code;
    }

    /**
     * Returns the code, as in the API and the database.
     *
     * @return for example {@code purposeEnded}
     */
    public String code() {
        return code;
    }

    /**
     * Finds a ground.
     *
     * @param code its code
     * @return the ground, or empty where there is none of that code
     */
    public static Optional<Ground> ofCode(String code) {
        return Arrays.stream(values())
                .filter(ground -> ground.code.equals(code))
                .findFirst();
    }

    /**
     * Returns whether a person can order an erasure on this ground.
     *
     * @return false for those that only the server itself knows
     */
    public boolean byHand() {
        return this != RETENTION && this != STATUTORY_ENDED && this != REPEATED;
    }
}
