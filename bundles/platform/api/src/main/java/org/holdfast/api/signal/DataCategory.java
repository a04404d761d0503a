package org.holdfast.api.signal;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The closed set of data categories a signal can belong to.
 *
 * <p>Closed on purpose: private messages, browsing, location, biometrics and emotions are not among them, and no
 * bundle can add them. The lawful basis is kept per category and purpose.
 */
public enum DataCategory {
    /** Lateness, leave, absence, overtime. */
    ATTENDANCE("attendance"),
    /** Ratings and target attainment. */
    PERFORMANCE("performance"),
    /** Pay, raises and pay against the market. */
    PAY("pay"),
    /** Counts of work traces: commits, meetings, messages; never their content. */
    WORK("work"),
    /** Delays, patents and other project facts. */
    PROJECT("project"),
    /** Text written for HR purposes. */
    FEEDBACK("feedback"),
    /** Answers of opt-in surveys. */
    SURVEY("survey"),
    /** Job-site activity of people who linked their own account; on consent only. */
    JOB_SITE("jobSite"),
    /** Hire, moves, promotions, resignations raised, counter-offers. */
    CAREER("career"),
    /** Post and place in the organisation. */
    EMPLOYMENT("employment");

    private static final Map<String, DataCategory> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toMap(DataCategory::code, one -> one));

    private final String code;

    DataCategory(String code) {
        this.code = code;
    }

    /**
     * Returns the word used in files, manifests and the API.
     *
     * @return the code, in camel case
     */
    public String code() {
        return code;
    }

    /**
     * Finds a category by its code.
     *
     * @param code the word used in files, manifests and the API
     * @return the category, or empty where no category has that code
     */
    public static Optional<DataCategory> ofCode(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }
}
