package org.holdfast.core.privacy.transfer;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What leaves a subsidiary. */
public enum DataClass {
    /** Figures of groups, none smaller than ten people. */
    AGGREGATE,
    /** Data about single people. */
    PERSON,
    /** Sensitive data about single people (PIPL Art. 28, GDPR Art. 9). */
    SENSITIVE;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<DataClass> ofCode(String code) {
        return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
    }
}
