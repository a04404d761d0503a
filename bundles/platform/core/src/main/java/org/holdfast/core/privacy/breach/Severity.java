package org.holdfast.core.privacy.breach;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How much a breach can harm the people it concerns. */
enum Severity {
    /** It is unlikely to result in a risk to them (GDPR Art. 33(1)). */
    LOW,
    /** It may harm them. */
    MEDIUM,
    /** It is likely to result in a high risk to them (GDPR Art. 34(1)). */
    HIGH;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Severity> ofCode(String code) {
        return Arrays.stream(values())
                .filter(severity -> severity.code().equals(code))
                .findFirst();
    }
}
