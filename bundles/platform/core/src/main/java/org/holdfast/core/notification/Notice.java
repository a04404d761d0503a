package org.holdfast.core.notification;

import java.util.UUID;

/**
 * Something that people are to be reminded of.
 *
 * @param key what it is about and how far that has come, the same each time; of random ids and codes, nothing personal, at most
 *     120 characters
 * @param kind its kind
 * @param subsidiaryId the subsidiary
 */
public record Notice(String key, NoticeKind kind, UUID subsidiaryId) {
    private static final int LONGEST_KEY = 120;

    /** Checks the key. */
    public Notice {
        if (key.isEmpty() || key.length() > LONGEST_KEY) {
            throw new IllegalArgumentException("A notice has a key of at most " + LONGEST_KEY + " characters");
        }
    }
}
