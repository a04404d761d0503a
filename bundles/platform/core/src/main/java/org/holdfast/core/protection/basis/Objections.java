package org.holdfast.core.protection.basis;

import java.util.Set;
import java.util.UUID;

/**
 * Who has objected to being scored and was granted it (PIPL Art. 24(3) and 44, GDPR Art. 21). Safe for use from many
 * threads.
 */
@FunctionalInterface
public interface Objections {

    /**
     * Returns who is not scored any more.
     *
     * @param subsidiaryId the subsidiary
     * @return random ids of people
     */
    Set<UUID> in(UUID subsidiaryId);
}
