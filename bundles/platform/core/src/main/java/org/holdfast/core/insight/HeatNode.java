package org.holdfast.core.insight;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A subsidiary or department on the heat map, with all below it.
 *
 * @param id its id
 * @param parentId what it is part of, null for a subsidiary
 * @param kind {@code subsidiary} or {@code department}
 * @param name its name
 * @param headcount people who have not left
 * @param meanScore mean of the known scores, 0 to 10; null where none is known or it is suppressed
 * @param highCount people in the band high; null where no score is known or it is suppressed
 * @param suppressed whether its figures would tell of fewer than ten people, or let others be worked out
 */
public record HeatNode(
        UUID id,
        @Nullable UUID parentId,
        String kind,
        String name,
        int headcount,
        @Nullable Double meanScore,
        @Nullable Integer highCount,
        boolean suppressed) {}
