package org.holdfast.launcher.start;

import org.holdfast.launcher.text.Message;

/**
 * The server cannot start, or a command cannot run. Says which step, why, and what to do.
 *
 * <p>It holds the key of a text, which the command line says in the reader's language; no stack trace is printed with
 * it. Its own message is the English sentence, for the log.
 */
public final class StartFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Message sentence;

    /**
     * Creates a failure.
     *
     * @param key key of a text that says what is wrong and what to do about it
     * @param arguments what fills its places, without personal data
     */
    public StartFailure(String key, Object... arguments) {
        super(Message.of(key, arguments).toString());
        this.sentence = Message.of(key, arguments);
    }

    /**
     * Creates a failure with its technical cause, which goes to the log.
     *
     * @param cause the technical cause
     * @param key key of a text that says what is wrong and what to do about it
     * @param arguments what fills its places, without personal data
     */
    public StartFailure(Throwable cause, String key, Object... arguments) {
        super(Message.of(key, arguments).toString(), cause);
        this.sentence = Message.of(key, arguments);
    }

    /**
     * Returns what to say.
     *
     * @return the failure as a message
     */
    public Message sentence() {
        return sentence;
    }
}
