package org.holdfast.core.privacy.transfer;

import java.util.Locale;

/** Whether data may leave, and why not. */
public enum Outcome {
    /** It may. */
    ALLOWED,
    /** A group of it has fewer than ten people. */
    GROUP_TOO_SMALL,
    /** It is about single people, and nobody has permitted it. */
    NO_PERMIT,
    /** The rule book of the subsidiary says nothing of transfers, or none holds. */
    NO_RULES,
    /** The second person has not signed the permit. */
    NOT_SIGNED,
    /** The permit was taken back. */
    REVOKED,
    /** The permit's last day is over. */
    EXPIRED,
    /** The impact assessment the permit rests on does not hold any more. */
    NOT_ASSESSED,
    /** The permit is for another country. */
    OTHER_COUNTRY,
    /** The permit is not for sensitive data. */
    NOT_SENSITIVE,
    /** The rule book does not know the permit's mechanism. */
    NO_MECHANISM,
    /** The mechanism does not reach that country. */
    NOT_FOR_COUNTRY,
    /** Data about too many people has left since 1 January for the mechanism. */
    TOO_MANY_PEOPLE,
    /** Sensitive data about too many people has left since 1 January for the mechanism. */
    TOO_MANY_SENSITIVE;

    /**
     * Returns the word used in the API.
     *
     * @return the code, in camel case
     */
    public String code() {
        StringBuilder word = new StringBuilder();
        for (String part : name().toLowerCase(Locale.ROOT).split("_", -1)) {
            word.append(word.isEmpty() ? part : Character.toUpperCase(part.charAt(0)) + part.substring(1));
        }
        return word.toString();
    }
}
