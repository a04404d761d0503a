package org.holdfast.core.notification;

import org.holdfast.core.access.Role;

/**
 * A kind of reminder.
 *
 * @param code its code, of letters and digits; its texts are {@code notification.} with the code behind it, and that with {@code .mail}
 * @param role who is reminded
 * @param place where in the console something is done about it, such as {@code /privacy}
 * @param urgent whether a mail is sent at once, on its own, in quiet hours, too
 */
public record NoticeKind(String code, Role role, String place, boolean urgent) {}
