package org.holdfast.core.protection.erasure;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An erasure that was carried out. Tells nothing about the person.
 *
 * @param subsidiaryId the person's subsidiary
 * @param personId random id of the person, which leads to nothing any more
 * @param at when
 * @param ground why
 * @param by the account that ordered it, null where the retention schedule did
 */
public record Erasure(
        UUID subsidiaryId,
        UUID personId,
        Instant at,
        Ground ground,
        @Nullable UUID by) {}
