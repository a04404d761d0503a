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
 * @param mandatory whether it cannot be turned off at the bell: it is about security, or something is overdue
 * @param personal whether its notices can name one employee, who is a superior and has none of its roles
 */
public record NoticeKind(
        String code, Set<Role> roles, String place, boolean urgent, boolean mandatory, boolean personal) {

    /** Copies the roles. */
    public NoticeKind {
        roles = Set.copyOf(roles);
    }

    /**
     * Names a kind that cannot be turned off at the bell, of which several roles are reminded.
     *
     * @param code its code
     * @param roles who is reminded, unless a notice names an employee
     * @param place where something is done about it
     * @param urgent whether a mail is sent at once
     */
    public NoticeKind(String code, Set<Role> roles, String place, boolean urgent) {
        this(code, roles, place, urgent, true, false);
    }

    /**
     * Names a kind that cannot be turned off at the bell, of which one role is reminded.
     *
     * @param code its code
     * @param role who is reminded
     * @param place where something is done about it
     * @param urgent whether a mail is sent at once
     */
    public NoticeKind(String code, Role role, String place, boolean urgent) {
        this(code, Set.of(role), place, urgent);
    }

    /**
     * Returns the kind as one that people may turn off at the bell: it says that something is coming, not that it is late.
     *
     * @return the kind
     */
    public NoticeKind optional() {
        return new NoticeKind(code, roles, place, urgent, false, personal);
    }

    /**
     * Returns the kind as one whose notices can name one employee: a superior, who has none of its roles.
     *
     * @return the kind
     */
    public NoticeKind forSuperiors() {
        return new NoticeKind(code, roles, place, urgent, mandatory, true);
    }
}
