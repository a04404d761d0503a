package org.holdfast.core.notification;

import java.util.Locale;
import org.holdfast.core.platform.rest.StatusCode;

/** What can go wrong with mail. The names are part of the API. */
enum MailError implements StatusCode {
    /** No mail server is named in the settings. */
    MAIL_OFF(409),
    /** The account has no address. */
    MAIL_ADDRESS_MISSING(409),
    /** The mail server's host is not known or does not take connections. */
    MAIL_UNREACHABLE(502),
    /** It does not answer in time, or ends the connection in the middle. */
    MAIL_NO_ANSWER(502),
    /** It offers no TLS, without which nothing is sent. */
    MAIL_NOT_ENCRYPTED(502),
    /** Its certificate is signed by nobody who is trusted, or is another host's. */
    MAIL_CERTIFICATE(502),
    /** It does not take user and password. */
    MAIL_SIGN_IN(502),
    /** It does not take the mail now. */
    MAIL_POSTPONED(502),
    /** It does not take the mail at all: its sender or its address. */
    MAIL_REFUSED(502);

    private final int status;

    MailError(int status) {
        this.status = status;
    }

    /** Says whether the next mail would fare the same. */
    boolean ofServer() {
        return this != MAIL_POSTPONED && this != MAIL_REFUSED;
    }

    /** Returns its name as the type of a problem, which is kept with a mail that was not taken. */
    String type() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public Category category() {
        return status == 409 ? Category.USER : Category.EXTERNAL;
    }
}
