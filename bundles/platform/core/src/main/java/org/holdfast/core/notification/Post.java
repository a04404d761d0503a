package org.holdfast.core.notification;

/** Sends letters. */
@FunctionalInterface
interface Post {

    /**
     * Sends a letter.
     *
     * @param letter the letter
     * @throws PostException where it was not taken, or nobody knows whether it was
     */
    void send(Letter letter) throws PostException;
}
