package org.holdfast.core.notification;

import java.util.Set;
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
 * @param without employees who must not hear of it either, such as who has an interest of their own
 * @param only accounts among those who have one of the roles, where it is for some of them; empty for all
 */
public record Notice(
        String key,
        NoticeKind kind,
        UUID subsidiaryId,
        @Nullable UUID employeeId,
        @Nullable UUID personId,
        Set<UUID> without,
        Set<UUID> only) {
    private static final int LONGEST_KEY = 120;

    /** Checks the key, and copies who must not hear of it. */
    public Notice {
        if (key.isEmpty() || key.length() > LONGEST_KEY) {
            throw new IllegalArgumentException("A notice has a key of at most " + LONGEST_KEY + " characters");
        }
        without = Set.copyOf(without);
        only = Set.copyOf(only);
    }

    /**
     * Creates a notice from which nobody else is kept.
     *
     * @param key what it is about
     * @param kind its kind
     * @param subsidiaryId the subsidiary
     * @param employeeId the one employee who is reminded, null for all who have a role of the kind
     * @param personId whom it is about, null for nobody
     */
    public Notice(String key, NoticeKind kind, UUID subsidiaryId, @Nullable UUID employeeId, @Nullable UUID personId) {
        this(key, kind, subsidiaryId, employeeId, personId, Set.of(), Set.of());
    }

    /**
     * Returns the same notice, of which some must not hear.
     *
     * @param employees the employees
     * @return the notice
     */
    public Notice without(Set<UUID> employees) {
        return new Notice(key, kind, subsidiaryId, employeeId, personId, employees, only);
    }

    /**
     * Returns the same notice for some accounts alone, of those who have one of the roles.
     *
     * @param accounts the accounts; empty for all
     * @return the notice
     */
    public Notice only(Set<UUID> accounts) {
        return new Notice(key, kind, subsidiaryId, employeeId, personId, without, accounts);
    }

    /**
     * Creates a notice that is about nobody in particular, for all who have one of the roles of its kind.
     *
     * @param key what it is about
     * @param kind its kind
     * @param subsidiaryId the subsidiary
     */
    public Notice(String key, NoticeKind kind, UUID subsidiaryId) {
        this(key, kind, subsidiaryId, null, null, Set.of(), Set.of());
    }
}
