package org.holdfast.launcher.text;

import java.io.Serializable;
import java.util.List;

/**
 * Something to say, in no language yet: the key of a text and what fills its places. Immutable.
 *
 * @param key key of the text
 * @param arguments what fills its places: numbers, names of things, or further messages; no personal data, because
 *     messages are logged
 */
public record Message(String key, List<Object> arguments) implements Serializable {
    /** Copies the arguments. */
    public Message {
        arguments = List.copyOf(arguments);
    }

    /**
     * Creates a message.
     *
     * @param key key of the text
     * @param arguments what fills its places
     * @return the message
     */
    public static Message of(String key, Object... arguments) {
        return new Message(key, List.of(arguments));
    }

    /** Returns the English sentence, for the log. */
    @Override
    public String toString() {
        return Words.english().text(this);
    }
}
