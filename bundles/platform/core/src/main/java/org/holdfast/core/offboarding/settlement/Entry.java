package org.holdfast.core.offboarding.settlement;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A version of a sheet as it is kept.
 *
 * @param offboardingId the case
 * @param subsidiaryId the employer
 * @param personId who leaves
 * @param version 1 for the first
 * @param state how far the sheet had come with it
 * @param at when it was made
 * @param content what it says
 */
record Entry(
        UUID offboardingId,
        UUID subsidiaryId,
        UUID personId,
        int version,
        SettlementState state,
        Instant at,
        Content content) {

    /**
     * What a version says.
     *
     * @param by user name of who made it
     * @param inputs what the sheet is computed from
     * @param sheet what was agreed on; null for a draft, which is computed whenever somebody looks
     */
    record Content(String by, Inputs inputs, @Nullable Sheet sheet) {}
}
