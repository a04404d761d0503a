package org.holdfast.core.retention.programmes;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.holdfast.core.platform.rest.TellsNothing;
import org.jspecify.annotations.Nullable;

/**
 * Whom a programme is for: everybody of a subsidiary who meets all criteria. Criteria are structural, as an organisation chart and
 * the register have them. There is none for a score, an alert, a case, a protected attribute, or anything from outside the firm, so
 * that nobody can be chosen by what they may do (purpose limitation, PIPL Art. 6, GDPR Art. 5(1)(b)).
 *
 * @param departmentIds departments with those under them; none for all
 * @param families codes of position families; none for all
 * @param grades grades; none for all
 * @param tenureFrom fewest whole months since the day of hire, null for any
 * @param tenureTo most whole months since the day of hire, null for any
 * @param keyPost true for key posts alone, false for all others, null for both
 * @param noPromotionMonths the last promotion, else the hire, is at least so many months ago; null for any. Of whose career nothing
 *     may be used is not chosen by this
 */
@TellsNothing
public record Cohort(
        List<UUID> departmentIds,
        List<String> families,
        List<String> grades,
        @Nullable Integer tenureFrom,
        @Nullable Integer tenureTo,
        @Nullable Boolean keyPost,
        @Nullable Integer noPromotionMonths) {

    /** Copies the lists; what is left out is for all. */
    public Cohort {
        departmentIds = copied(departmentIds);
        families = copied(families);
        grades = copied(grades);
    }

    private static <T> List<T> copied(@Nullable List<T> list) {
        // A gap that somebody sent stays, so that it is refused and does not become "all".
        return list == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(list));
    }

    /** Everybody of the subsidiary. */
    static final Cohort ALL = new Cohort(List.of(), List.of(), List.of(), null, null, null, null);

    /** Returns the same criteria in all departments. */
    Cohort everywhere() {
        return new Cohort(List.of(), families, grades, tenureFrom, tenureTo, keyPost, noPromotionMonths);
    }
}
