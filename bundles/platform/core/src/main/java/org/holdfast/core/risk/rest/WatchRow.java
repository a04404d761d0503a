package org.holdfast.core.risk.rest;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.holdfast.core.platform.rest.Told;
import org.holdfast.core.platform.rest.ToldAs;
import org.holdfast.core.platform.rest.Where;
import org.holdfast.core.platform.rest.Whom;
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
        @Whom UUID id,
        @Told("name") String employeeNo,
        @Told("name") String name,
        @Where UUID subsidiaryId,
        @Told("post") String subsidiaryCode,
        @Told("post") String subsidiaryName,
        @Told("post") @Nullable UUID departmentId,
        @Told("post") String departmentName,
        @Told("post") String position,
        @Told("post") String positionFamily,
        @Told("post") String grade,
        @Told("post") boolean keyPost,
        @Told("post") String status,
        @Told("post") @Nullable LocalDate hireDate,
        @Told("post") @Nullable UUID managerId,
        @Told("post") String managerName,
        @Told("score") @Nullable Double score,
        @Told("score") @Nullable Double probability,
        @Told("band") String band,
        @Told("score") @Nullable Double change30,
        @Told("score") LocalDate asOf,
        @Told("reasons") List<Chip> reasons,
        @Told("alerts") @Nullable UUID alertId,
        @Told("alerts") @Nullable String alertState) {

    /** Copies the reasons. */
    public WatchRow {
        reasons = List.copyOf(reasons);
    }

    /**
     * A reason as a chip.
     *
     * @param signal code of the signal
     * @param category code of its data category, not written
     * @param text the reason in words
     * @param contribution log-odds
     */
    public record Chip(String signal, @ToldAs(shown = false) String category, String text, double contribution) {}
}
