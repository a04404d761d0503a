package org.holdfast.launcher.start;

/**
 * The server cannot start, or a command cannot run. Says which step, why, and what to do.
 *
 * <p>Its message is for the administrator and stands alone: no stack trace is printed with it.
 */
public final class StartFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates a failure.
     *
     * @param why what is wrong, as a sentence
     * @param advice what to do about it, as a sentence
     */
    public StartFailure(String why, String advice) {
        super(why + " " + advice);
    }

    /**
     * Creates a failure with its technical cause, which goes to the log.
     *
     * @param why what is wrong, as a sentence
     * @param advice what to do about it, as a sentence
     * @param cause the technical cause
     */
    public StartFailure(String why, String advice, Throwable cause) {
        super(why + " " + advice, cause);
    }
}
