package org.holdfast.core.notification;

import java.util.Optional;
import java.util.UUID;
import org.holdfast.launcher.config.MailSettings;

/**
 * The way out of the house.
 *
 * @param settings the mail server's
 * @param writer words letters
 * @param post sends them
 */
record MailRoom(MailSettings settings, LetterWriter writer, Post post) {

    /** Sends a test to an address and says what went wrong, empty for nothing. */
    Optional<MailError> test(String language, String address) {
        try {
            post.send(writer.test(UUID.randomUUID(), language, address));
            return Optional.empty();
        } catch (PostException e) {
            return Optional.of(e.error());
        }
    }
}
