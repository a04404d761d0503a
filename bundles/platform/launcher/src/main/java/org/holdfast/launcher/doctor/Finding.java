package org.holdfast.launcher.doctor;

import java.util.Locale;
import org.holdfast.launcher.text.Message;

/**
 * What a check has found.
 *
 * @param check what was looked at, as a fixed word for machines
 * @param status how it is
 * @param text what was found and, where it is not well, what to do
 */
public record Finding(String check, Status status, Message text) {

    /** How a thing is. */
    public enum Status {
        /** As it should be. */
        OK("doctor.ok"),
        /** It works; somebody should look at it. */
        WARNING("doctor.warning"),
        /** The server does not start or does not work. */
        FAILED("doctor.failed");

        private final String key;

        Status(String key) {
            this.key = key;
        }

        /**
         * Returns the key of the text that says so.
         *
         * @return a text with one place, for what was found
         */
        public String key() {
            return key;
        }

        /**
         * Returns the word for machines.
         *
         * @return {@code ok}, {@code warning} or {@code failed}
         */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Finding ok(String check, String key, Object... arguments) {
        return new Finding(check, Status.OK, Message.of(key, arguments));
    }

    static Finding warning(String check, String key, Object... arguments) {
        return new Finding(check, Status.WARNING, Message.of(key, arguments));
    }

    static Finding failed(String check, String key, Object... arguments) {
        return new Finding(check, Status.FAILED, Message.of(key, arguments));
    }
}
