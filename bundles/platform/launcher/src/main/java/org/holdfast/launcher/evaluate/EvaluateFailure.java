package org.holdfast.launcher.evaluate;

import java.io.Serializable;
import org.holdfast.launcher.text.Words;

/** Input that cannot be evaluated. It holds a message key, so that the command says it in the user's language. */
final class EvaluateFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String key;
    private final Serializable[] arguments;
    private final boolean wrongUse;

    private EvaluateFailure(boolean wrongUse, String key, Serializable... arguments) {
        super(key);
        this.wrongUse = wrongUse;
        this.key = key;
        this.arguments = arguments.clone();
    }

    /** Returns a failure of the options: the command line has to change. */
    static EvaluateFailure ofUse(String key, Serializable... arguments) {
        return new EvaluateFailure(true, key, arguments);
    }

    /** Returns a failure of the content: the table has to change. */
    static EvaluateFailure ofContent(String key, Serializable... arguments) {
        return new EvaluateFailure(false, key, arguments);
    }

    String in(Words words) {
        return words.text(key, (Object[]) arguments);
    }

    int exitCode() {
        return wrongUse ? 2 : 1;
    }
}
