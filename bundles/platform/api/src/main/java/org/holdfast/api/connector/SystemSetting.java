package org.holdfast.api.connector;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Something that has to be known of a system. What people call it is the bundle's text {@code accountSystem.} with the
 * connector's code, a point and its name behind it.
 *
 * @param name a small letter, then at most 29 letters and digits
 * @param kind what is typed
 * @param required whether nothing works without it
 * @param usual what stands there where nothing was typed; empty for nothing. Never a secret
 * @param choices for {@link Kind#CHOICE} what can be chosen, each a code, whose text has a point and
 *     the code behind the setting's
 * @since 1.1.0
 */
public record SystemSetting(String name, Kind kind, boolean required, String usual, List<String> choices) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-zA-Z0-9]{0,29}");

    /** What is typed. */
    public enum Kind {
        /** A line. */
        TEXT,
        /** A line that is never shown again: a password, a token. */
        SECRET,
        /** One of some codes. */
        CHOICE,
        /**
         * Certificates of authorities in PEM, which alone are trusted then. The host reads them; the bundle is given
         * {@link SystemSettings#tls()}.
         */
        AUTHORITIES
    }

    /** Copies the choices, and checks that the parts fit together. */
    public SystemSetting {
        Objects.requireNonNull(kind, "kind");
        choices = List.copyOf(choices);
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("A setting's name is a small letter, then letters and digits");
        }
        if ((kind == Kind.CHOICE) == choices.isEmpty() || (kind == Kind.SECRET && !usual.isEmpty())) {
            throw new IllegalArgumentException("A choice has choices, and a secret is never usual");
        }
    }

    /**
     * Asks for a line.
     *
     * @param name its name
     * @param usual what stands there where nothing was typed; required where this is empty
     * @return the setting
     */
    public static SystemSetting text(String name, String usual) {
        return new SystemSetting(name, Kind.TEXT, usual.isEmpty(), usual, List.of());
    }

    /**
     * Asks for a line that may be left empty.
     *
     * @param name its name
     * @return the setting
     */
    public static SystemSetting optional(String name) {
        return new SystemSetting(name, Kind.TEXT, false, "", List.of());
    }

    /**
     * Asks for a secret, which is required.
     *
     * @param name its name
     * @return the setting
     */
    public static SystemSetting secret(String name) {
        return new SystemSetting(name, Kind.SECRET, true, "", List.of());
    }

    /**
     * Offers a choice, of which the first is the usual one.
     *
     * @param name its name
     * @param choices what can be chosen
     * @return the setting
     */
    public static SystemSetting choice(String name, String... choices) {
        return new SystemSetting(name, Kind.CHOICE, true, choices[0], List.of(choices));
    }

    /**
     * Asks for the authorities of the firm; where there are none, those that Java trusts count.
     *
     * @param name its name
     * @return the setting
     */
    public static SystemSetting authorities(String name) {
        return new SystemSetting(name, Kind.AUTHORITIES, false, "", List.of());
    }
}
