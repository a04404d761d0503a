package org.holdfast.core.offboarding.cases;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who is to do the tasks of which office from now on.
 *
 * @param subsidiaryId the subsidiary
 * @param version as it was read
 * @param offices the offices; one that is left out is everybody's who handles tasks
 */
public record OfficesFields(
        @Nullable UUID subsidiaryId,
        @Nullable String version,
        @Nullable List<OfficeFields> offices) {

    /**
     * An office.
     *
     * @param office its code
     * @param accountIds who does its tasks
     */
    public record OfficeFields(
            @Nullable String office, @Nullable List<UUID> accountIds) {}
}
