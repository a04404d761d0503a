package org.holdfast.core.offboarding.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.api.labour.ExitKind;
import org.holdfast.core.platform.rest.FieldError;
import org.holdfast.core.platform.rest.RestException;
import org.jspecify.annotations.Nullable;

/**
 * A case as somebody wants to begin it.
 *
 * @param key random id of the case to be
 * @param personId who leaves
 * @param kind how the employment ends
 * @param noticeOn the day notice was given
 * @param lastDay the last day, null for the first that the law allows
 * @param words why and how
 */
record Draft(
        @Nullable UUID key,
        @Nullable UUID personId,
        @Nullable ExitKind kind,
        @Nullable LocalDate noticeOn,
        @Nullable LocalDate lastDay,
        CaseWords words) {
    static final int LONGEST_NOTE = 2_000;
    private static final int LONGEST_REFERENCE = 200;
    private static final long LONGEST_YEARS = 2;

    /** Checks what can be told without looking anybody up. */
    void check(LocalDate today) {
        List<FieldError> errors = new ArrayList<>();
        required(errors, "key", key);
        required(errors, "employeeId", personId);
        required(errors, "kind", kind);
        required(errors, "noticeOn", noticeOn);
        if (noticeOn != null && noticeOn.isAfter(today)) {
            errors.add(FieldError.of("noticeOn", "future"));
        }
        if (noticeOn != null && noticeOn.isBefore(today.minusYears(LONGEST_YEARS))) {
            errors.add(FieldError.of("noticeOn", "range"));
        }
        errors.addAll(words.check(today));
        if (!errors.isEmpty()) {
            throw RestException.invalid(errors);
        }
        lastDay(lastDay, Objects.requireNonNull(noticeOn), today);
    }

    /** Checks a last day: neither before the notice nor so far away that it can only be a slip of the pen. */
    static void lastDay(@Nullable LocalDate day, LocalDate noticeOn, LocalDate today) {
        if (day != null && day.isBefore(noticeOn)) {
            throw RestException.invalid("lastDay", "beforeNotice");
        }
        if (day != null && day.isAfter(today.plusYears(LONGEST_YEARS))) {
            throw RestException.invalid("lastDay", "range");
        }
    }

    private static void required(List<FieldError> errors, String field, @Nullable Object value) {
        if (value == null) {
            errors.add(FieldError.of(field, "missing"));
        }
    }

    /**
     * Why and how.
     *
     * @param reason the code of a reason, empty for none
     * @param note more in words, may be empty
     * @param reference where the lawful event is found on file, empty for none
     * @param evidenceOn its day, null for none
     */
    record CaseWords(
            String reason,
            String note,
            String reference,
            @Nullable LocalDate evidenceOn) {

        List<FieldError> check(LocalDate today) {
            List<FieldError> errors = new ArrayList<>();
            if (!reason.isEmpty() && LeaveReason.ofCode(reason).isEmpty()) {
                errors.add(FieldError.of("reason.code", "notOneOf"));
            }
            if (note.length() > LONGEST_NOTE) {
                errors.add(FieldError.of("reason.note", "longNote"));
            }
            checkEvidence(errors, today);
            return errors;
        }

        private void checkEvidence(List<FieldError> errors, LocalDate today) {
            if (reference.length() > LONGEST_REFERENCE) {
                errors.add(FieldError.of("evidence.reference", "length1To200"));
            }
            if (!reference.isEmpty() && evidenceOn == null) {
                errors.add(FieldError.of("evidence.on", "missing"));
            }
            if (reference.isEmpty() && evidenceOn != null) {
                errors.add(FieldError.of("evidence.reference", "missing"));
            }
            if (evidenceOn != null && evidenceOn.isAfter(today)) {
                errors.add(FieldError.of("evidence.on", "future"));
            }
        }

        Optional<Offboarding.Evidence> evidence() {
            return evidenceOn == null ? Optional.empty() : Optional.of(new Offboarding.Evidence(reference, evidenceOn));
        }

        /** Repeats nothing of what was written. */
        @Override
        public String toString() {
            return "words of a case";
        }
    }
}
