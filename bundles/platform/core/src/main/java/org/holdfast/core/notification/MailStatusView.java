package org.holdfast.core.notification;

import java.time.Instant;
import org.holdfast.core.platform.rest.TellsNothing;
import org.jspecify.annotations.Nullable;

/**
 * How the server's mail goes.
 *
 * @param configured whether a mail server is named in the settings
 * @param host the mail server; null where none is named
 * @param from address the mails come from; null where no mail server is named
 * @param lastDeliveredAt when a mail was taken last; null for never
 * @param waiting how many wait, or are tried again
 * @param givenUp how many were given up in the last 30 days
 * @param lastError what went wrong with the mail that was tried last and not taken, as the type of a problem; null for nothing
 */
@TellsNothing
public record MailStatusView(
        boolean configured,
        @Nullable String host,
        @Nullable String from,
        @Nullable Instant lastDeliveredAt,
        int waiting,
        int givenUp,
        @Nullable String lastError) {}
