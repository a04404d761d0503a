package org.holdfast.core.surveys;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A round that is drafted.
 *
 * @param kind {@code leaveIntent} or {@code stay}
 * @param subsidiaryId whose people are asked
 * @param departmentId the department with all below it, null for the whole subsidiary
 * @param firstDay the first day on which it can be answered, in the subsidiary's time zone
 * @param lastDay the last day, at most 90 days after the first
 */
public record NewRound(
        @Nullable String kind,
        @Nullable UUID subsidiaryId,
        @Nullable UUID departmentId,
        @Nullable LocalDate firstDay,
        @Nullable LocalDate lastDay) {}
