package org.holdfast.api.industry;

import java.util.Arrays;
import java.util.Optional;

/**
 * What a firm can do so that somebody stays. The effect of actions is measured by kind.
 *
 * @since 1.2.0
 */
public enum ActionKind {
    /** A higher grade or post in the same line. */
    PROMOTION("promotion"),
    /** More pay, by a percentage. */
    PAY("pay"),
    /** More to decide, or more people to lead. */
    SCOPE("scope"),
    /** A project of weight. */
    PROJECT("project"),
    /** Training, or a mentor. */
    TRAINING("training"),
    /** Another post. */
    POST_CHANGE("postChange"),
    /** Hours, place of work, or less work. */
    FLEXIBILITY("flexibility"),
    /** Recognition before others, or a bonus paid once. */
    RECOGNITION("recognition"),
    /** A conversation with somebody who can change something. */
    CONVERSATION("conversation");

    private final String code;

    ActionKind(String code) {
        this.code = code;
    }

    /**
     * Returns the word used in files and the API.
     *
     * @return the code, in camel case; its name is the text of the key {@code actionKind.promotion}
     */
    public String code() {
        return code;
    }

    /**
     * Finds a kind by its code.
     *
     * @param code the word used in files and the API
     * @return the kind, or empty where none has that code
     */
    public static Optional<ActionKind> ofCode(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }
}
