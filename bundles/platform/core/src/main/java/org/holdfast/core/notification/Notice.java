package org.holdfast.core.notification;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that people are to be reminded of.
 *
 * @param key what it is about and how far that has come, the same each time; of random ids and codes, nothing personal, at most
 *     120 characters
 * @param kind its kind
 * @param subsidiaryId the subsidiary
 * @param employeeId the one employee who is reminded; null for all who have one of the roles of the kind
 * @param personId whom it is about: neither they nor anybody who reports to them is reminded; null where it is about nobody
 */
public record Notice(
        String key,
        NoticeKind kind,
        UUID subsidiaryId,
        @Nullable UUID employeeId,
        @Nullable UUID personId) {
    private static final int LONGEST_KEY = 120;

    /** Checks the key. */
    public Notice {
        if (key.isEmpty() || key.length() > LONGEST_KEY) {
            throw new IllegalArgumentException("A notice has a key of at most " + LONGEST_KEY + " characters");
        }
    }

    /**
     * Creates a notice that is about nobody in particular, for all who have one of the roles of its kind.
     *
     * @param key what it is about
     * @param kind its kind
     * @param subsidiaryId the subsidiary
     */
    public Notice(String key, NoticeKind kind, UUID subsidiaryId) {
        this(key, kind, subsidiaryId, null, null);
    }
}
