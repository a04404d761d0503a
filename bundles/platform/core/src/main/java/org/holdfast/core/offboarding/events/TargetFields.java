package org.holdfast.core.offboarding.events;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A target as somebody writes it.
 *
 * @param subsidiaryId whose cases it is told of; cannot be changed later
 * @param name its name for people, 1 to 100 characters
 * @param url its address: https, or http to the server's own machine; without user and fragment, at most 2,000 characters
 * @param audience whose system it is, which decides what it is told: oa, finance, business or it; cannot be changed later
 * @param kinds codes of the events it wants, at least one
 * @param active whether it is told anything now, null for yes
 * @param version the version as it was read, null for a new target
 */
public record TargetFields(
        @Nullable UUID subsidiaryId,
        @Nullable String name,
        @Nullable String url,
        @Nullable String audience,
        @Nullable List<@Nullable String> kinds,
        @Nullable Boolean active,
        @Nullable Integer version) {

    /** Says nothing of the address. */
    @Override
    public String toString() {
        return "event target";
    }
}
