package org.holdfast.core.retention.programmes;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.holdfast.core.platform.rest.FieldError;
import org.jspecify.annotations.Nullable;

/** Checks criteria, and names every one that is wrong. */
final class CohortForm {
    private static final int MOST = 200;
    private static final int LONGEST = 100;
    /** A working life and more. */
    private static final int MOST_MONTHS = 720;

    private CohortForm() {}

    /**
     * Checks criteria.
     *
     * @param cohort the criteria
     * @param units the departments of the subsidiary
     * @return what is wrong, nothing where they are right
     */
    static List<FieldError> check(Cohort cohort, Set<UUID> units) {
        List<FieldError> errors = new ArrayList<>();
        list(cohort.departmentIds(), "departmentIds", errors);
        list(cohort.families(), "families", errors);
        list(cohort.grades(), "grades", errors);
        if (errors.isEmpty()) {
            if (!units.containsAll(cohort.departmentIds())) {
                wrong(errors, "departmentIds", "unknown");
            }
            words(cohort.families(), "families", errors);
            words(cohort.grades(), "grades", errors);
        }
        months(cohort.tenureFrom(), "tenureFrom", errors);
        months(cohort.tenureTo(), "tenureTo", errors);
        months(cohort.noPromotionMonths(), "noPromotionMonths", errors);
        Integer from = cohort.tenureFrom();
        Integer to = cohort.tenureTo();
        if (from != null && to != null && from > to) {
            wrong(errors, "tenureTo", "range");
        }
        return errors;
    }

    private static void list(List<?> list, String field, List<FieldError> errors) {
        if (list.size() > MOST) {
            wrong(errors, field, "tooMany");
        }
        if (list.stream().anyMatch(one -> one == null)) {
            wrong(errors, field, "missing");
        }
    }

    private static void words(List<String> list, String field, List<FieldError> errors) {
        if (list.stream().anyMatch(word -> word.isBlank() || word.length() > LONGEST)) {
            wrong(errors, field, "unknown");
        }
    }

    private static void months(@Nullable Integer months, String field, List<FieldError> errors) {
        if (months != null && (months < 0 || months > MOST_MONTHS)) {
            wrong(errors, field, "range");
        }
    }

    private static void wrong(List<FieldError> errors, String field, String code) {
        errors.add(FieldError.of("cohort." + field, code));
    }
}
