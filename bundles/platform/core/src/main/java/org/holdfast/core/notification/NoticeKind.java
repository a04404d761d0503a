package org.holdfast.core.notification;

import org.holdfast.core.access.Role;

/**
 * A kind of reminder.
 *
 * @param code its code, of letters and digits; its texts are {@code notification.} with the code behind it, and that with {@code .mail}
 * @param role who is reminded
 * @param place where in the console something is done about it, such as {@code /privacy}
 * @param urgent whether a mail is sent at once, on its own, in quiet hours, too
 * @param mandatory whether it cannot be turned off at the bell: it is about security, or something is overdue
 */
public record NoticeKind(String code, Role role, String place, boolean urgent, boolean mandatory) {

    /**
     * Names a kind that cannot be turned off at the bell.
     *
     * @param code its code
     * @param role who is reminded
     * @param place where in the console something is done about it
     * @param urgent whether a mail is sent at once
     */
    public NoticeKind(String code, Role role, String place, boolean urgent) {
        this(code, role, place, urgent, true);
    }

    /**
     * Returns the kind as one that people may turn off at the bell: it says that something is coming, not that it is late.
     *
     * @return the kind
     */
    public NoticeKind optional() {
        return new NoticeKind(code, role, place, urgent, false);
    }
}
