package org.holdfast.launcher.registry;

import org.holdfast.api.ErrorCode;
import org.holdfast.api.HoldfastException;
import org.holdfast.launcher.text.Message;

/**
 * A bundle, or a file that should be one, cannot be taken. It holds the key of a text, so that the API can say it in
 * the reader's language; its own message is the English sentence, for the log.
 */
public final class BundleFailure extends HoldfastException {
    private static final long serialVersionUID = 1L;

    private final Message sentence;

    /**
     * Creates a failure.
     *
     * @param code what kind of failure it is
     * @param sentence what is wrong and what to do, without personal data
     */
    public BundleFailure(ErrorCode code, Message sentence) {
        super(code, sentence.toString());
        this.sentence = sentence;
    }

    /**
     * Creates a failure that another one caused.
     *
     * @param code what kind of failure it is
     * @param sentence what is wrong and what to do, without personal data
     * @param cause what caused it
     */
    public BundleFailure(ErrorCode code, Message sentence, Throwable cause) {
        super(code, sentence.toString(), cause);
        this.sentence = sentence;
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
