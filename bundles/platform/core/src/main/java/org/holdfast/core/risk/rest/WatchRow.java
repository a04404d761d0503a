package org.holdfast.core.risk.rest;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of the watch list: an employee row with the score.
 *
 * @param id the person
 * @param employeeNo number, unique in the subsidiary
 * @param name full name
 * @param subsidiaryId the subsidiary
 * @param subsidiaryCode its code
 * @param subsidiaryName its name
 * @param departmentId the department, null where not said
 * @param departmentName its name
 * @param position name of the position
 * @param positionFamily code of the position family
 * @param grade grade
 * @param keyPost whether the post is a key post
 * @param status code of the status
 * @param hireDate day of hire, null where not known
 * @param managerId the superior, null where there is none
 * @param managerName name of the superior
 * @param score 0 to 10, null where unknown
 * @param probability 0 to 1, null where unknown
 * @param band code of the band
 * @param change30 change of the score within thirty days, null where not known
 * @param asOf as of which day
 * @param reasons the three strongest that raise the risk
 * @param alertId the open alert, null where there is none
 * @param alertState code of its state, null where there is none
 */
public record WatchRow(
        UUID id,
        String employeeNo,
        String name,
        UUID subsidiaryId,
        String subsidiaryCode,
        String subsidiaryName,
        @Nullable UUID departmentId,
        String departmentName,
        String position,
        String positionFamily,
        String grade,
        boolean keyPost,
        String status,
        @Nullable LocalDate hireDate,
        @Nullable UUID managerId,
        String managerName,
        @Nullable Double score,
        @Nullable Double probability,
        String band,
        @Nullable Double change30,
        LocalDate asOf,
        List<Chip> reasons,
        @Nullable UUID alertId,
        @Nullable String alertState) {

    /** Copies the reasons. */
    public WatchRow {
        reasons = List.copyOf(reasons);
    }

    /**
     * A reason as a chip.
     *
     * @param signal code of the signal
     * @param text the reason in words
     * @param contribution log-odds
     */
    public record Chip(String signal, String text, double contribution) {}
}
