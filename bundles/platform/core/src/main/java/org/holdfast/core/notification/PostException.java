package org.holdfast.core.notification;

/** A letter was not taken. Its message holds no address. */
final class PostException extends Exception {
    private static final long serialVersionUID = 1;

    private final MailError error;

    PostException(MailError error) {
        super(error.name());
        this.error = error;
    }

    MailError error() {
        return error;
    }
}
