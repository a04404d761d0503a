package org.holdfast.core.notification;

import java.time.Instant;
import java.util.UUID;
import org.holdfast.core.platform.rest.TellsNothing;
import org.jspecify.annotations.Nullable;

/**
 * Something the caller is reminded of.
 *
 * @param id its id
 * @param kind code of its kind
 * @param text what it is, in the caller's language
 * @param place where in the console something is done about it; null where its kind is not known here
 * @param subsidiaryId the subsidiary
 * @param urgent whether it does not wait
 * @param createdAt since when it stands
 * @param read whether it was read
 */
@TellsNothing
public record NotificationView(
        UUID id,
        String kind,
        String text,
        @Nullable String place,
        UUID subsidiaryId,
        boolean urgent,
        Instant createdAt,
        boolean read) {}
