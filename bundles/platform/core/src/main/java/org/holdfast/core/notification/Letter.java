package org.holdfast.core.notification;

import java.util.UUID;

/**
 * A mail as it is sent. It holds no personal data but the address.
 *
 * @param id what its Message-ID is made of: the same at each attempt, so that a mail server can tell a second copy
 * @param to address of the account
 * @param language tag of its language
 * @param subject one line
 * @param body plain text
 */
record Letter(UUID id, String to, String language, String subject, String body) {
    /** Says nothing of the address: it belongs in no log. */
    @Override
    public String toString() {
        return id.toString();
    }
}
