package org.holdfast.core.platform.jobs;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.holdfast.core.platform.rest.TellsNothing;
import org.jspecify.annotations.Nullable;

/**
 * A job as the API shows it. Says nothing about anybody.
 *
 * @param id its id
 * @param kind what it does, such as {@code import}
 * @param state queued, running, done or failed
 * @param progress 0 to 1
 * @param message code of what ended it, empty where nothing did
 * @param startedAt when it began
 * @param endedAt when it ended
 */
@TellsNothing
public record JobView(
        UUID id,
        String kind,
        String state,
        double progress,
        String message,
        @Nullable OffsetDateTime startedAt,
        @Nullable OffsetDateTime endedAt) {}
