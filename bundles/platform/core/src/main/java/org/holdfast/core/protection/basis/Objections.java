package org.holdfast.core.protection.basis;

import java.util.Set;
import java.util.UUID;

/**
 * Who has objected to being scored and was granted it, or waits for an answer and is not scored meanwhile (PIPL Art. 24(3)
 * and 44, GDPR Art. 18(1)(d) and 21). Safe for use from many threads.
 */
@FunctionalInterface
public interface Objections {

    /**
     * Returns who is not scored.
     *
     * @param subsidiaryId the subsidiary
     * @return random ids of people
     */
    Set<UUID> in(UUID subsidiaryId);

    /**
     * Returns who of them waits for an answer: nothing about them is used or shown, and nothing is deleted for that.
     *
     * @param subsidiaryId the subsidiary
     * @return random ids of people
     */
    default Set<UUID> suspended(UUID subsidiaryId) {
        return Set.of();
    }
}
