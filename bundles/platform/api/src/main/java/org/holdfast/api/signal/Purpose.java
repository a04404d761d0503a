package org.holdfast.api.signal;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What personal data may be used for. A lawful basis is always for one purpose. */
public enum Purpose {
    /** Scoring attrition risk and keeping people who might leave. */
    RETENTION("retention"),
    /** Parting well with people who leave. */
    OFFBOARDING("offboarding"),
    /** Figures about groups, never about one person. */
    INSIGHT("insight");

    private static final Map<String, Purpose> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toMap(Purpose::code, one -> one));

    private final String code;

    Purpose(String code) {
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
     * Finds a purpose by its code.
     *
     * @param code the word used in files, manifests and the API
     * @return the purpose, or empty where no purpose has that code
     */
    public static Optional<Purpose> ofCode(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }
}
