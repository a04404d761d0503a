package org.holdfast.core.offboarding.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to be sent again: exactly one of the three.
 *
 * @param deliveries some events by the ids of their deliveries, at most 200; null for none
 * @param parked true for all that were given up
 * @param from all that happened from here on, null for none; with {@code to}
 * @param to to before here
 */
public record ReplayFields(
        @Nullable List<@Nullable UUID> deliveries,
        @Nullable Boolean parked,
        @Nullable Instant from,
        @Nullable Instant to) {}
