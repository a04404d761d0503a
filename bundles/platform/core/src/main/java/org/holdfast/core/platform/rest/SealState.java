package org.holdfast.core.platform.rest;

import java.util.List;
import java.util.Optional;

/**
 * Says whether personal data can be read and written. The room of protection answers; the door of the API asks at each
 * call, so the answer has to come at once. Safe for use from many threads.
 */
public interface SealState {

    /**
     * Returns why the server is sealed.
     *
     * @return the reason, or empty where the key ring is open
     */
    Optional<Seal> seal();

    /**
     * Why a server is sealed.
     *
     * @param reason the kind of reason, for which there are texts
     * @param message the same in English with more detail; nothing personal
     * @param names what the text of the reason names, such as a bundle
     */
    record Seal(Reason reason, String message, List<String> names) {
        /** Copies the names. */
        public Seal {
            names = List.copyOf(names);
        }

        /**
         * Names nothing.
         *
         * @param reason the kind of reason
         * @param message the same in English
         */
        public Seal(Reason reason, String message) {
            this(reason, message, List.of());
        }
    }

    /** What keeps a key ring from being open. */
    enum Reason {
        /** No bundle provides a key ring that may be called. */
        NO_BUNDLE("no-bundle"),
        /** No bundle that may be called offers a cipher suite that keys are of. Names the suite and the bundle. */
        NO_SUITE("no-suite"),
        /** There is no root key file. */
        NO_KEY("no-key"),
        /** The passphrase is missing or wrong. */
        LOCKED("locked"),
        /** The root key file cannot be read as one. */
        DAMAGED("damaged");

        private final String code;

        Reason(String code) {
            this.code = code;
        }

        /**
         * Returns the word used in keys of texts.
         *
         * @return the code
         */
        public String code() {
            return code;
        }
    }
}
