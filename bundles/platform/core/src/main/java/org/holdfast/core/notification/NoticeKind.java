package org.holdfast.core.notification;

import java.util.Set;
import org.holdfast.core.access.Role;

/**
 * A kind of reminder.
 *
 * @param code its code, of letters and digits; its texts are {@code notification.} with the code behind it, and that with {@code .mail}
 * @param roles who is reminded, unless a notice names an employee
 * @param place where in the console something is done about it, such as {@code /privacy}
 * @param urgent whether a mail is sent at once, on its own, in quiet hours, too
 */
public record NoticeKind(String code, Set<Role> roles, String place, boolean urgent) {

    /** Copies the roles. */
    public NoticeKind {
        roles = Set.copyOf(roles);
    }

    /**
     * Creates a kind of which one role is reminded.
     *
     * @param code its code
     * @param role who is reminded
     * @param place where something is done about it
     * @param urgent whether a mail is sent at once
     */
    public NoticeKind(String code, Role role, String place, boolean urgent) {
        this(code, Set.of(role), place, urgent);
    }
}
