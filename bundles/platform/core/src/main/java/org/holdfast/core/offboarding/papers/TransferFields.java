package org.holdfast.core.offboarding.papers;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is noted of a transfer.
 *
 * @param version the version as it was read; 0 where there was none
 * @param archive of the personnel archive
 * @param insurance of the social insurance
 */
public record TransferFields(
        @Nullable Integer version,
        @Nullable PartFields archive,
        @Nullable PartFields insurance) {

    /**
     * What is noted of one of the two.
     *
     * @param state {@code open}, {@code sent} or {@code none}
     * @param on the day it was sent
     * @param office who received it, at most 200 characters
     * @param reference under what it is found there, at most 200 characters
     * @param reason why there is none to send, at most 500 characters
     */
    public record PartFields(
            @Nullable String state,
            @Nullable LocalDate on,
            @Nullable String office,
            @Nullable String reference,
            @Nullable String reason) {}
}
