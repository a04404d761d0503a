package org.holdfast.core.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Who vouches for somebody.
 *
 * @param kind who
 * @param externalId fingerprint of the lasting id there; empty where nobody has signed on yet, and for local accounts
 */
@SuppressWarnings("OptionalUsedAsFieldOrParameterType") // absence is the meaning here
record Origin(Kind kind, Optional<String> externalId) {
    /** This server's own password. */
    static final Origin LOCAL = new Origin(Kind.LOCAL, Optional.empty());

    /** Who vouches. */
    enum Kind {
        /** This server, which keeps a password. */
        LOCAL,
        /** The firm's LDAP directory. */
        DIRECTORY,
        /** The firm's identity provider. */
        PROVIDER;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Kind> of(String code) {
            return Arrays.stream(values())
                    .filter(kind -> kind.code().equals(code))
                    .findFirst();
        }
    }
}
