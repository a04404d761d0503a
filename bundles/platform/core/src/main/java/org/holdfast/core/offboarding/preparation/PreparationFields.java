package org.holdfast.core.offboarding.preparation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.holdfast.api.labour.EvidenceKind;
import org.holdfast.core.platform.rest.FieldError;
import org.holdfast.core.platform.rest.RestException;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a preparation.
 *
 * @param key random id of the preparation to be: what is sent twice begins once
 * @param employeeId whose handover is prepared
 * @param why a code of {@link PreparationWhy}
 * @param note more in words, for HR alone, at most 2,000 characters
 * @param wantedOn the day the firm has in mind, null for none
 * @param version of a change, the version as it was read
 */
public record PreparationFields(
        @Nullable UUID key,
        @Nullable UUID employeeId,
        @Nullable String why,
        @Nullable String note,
        @Nullable LocalDate wantedOn,
        @Nullable Integer version) {
    private static final int LONGEST_NOTE = 2_000;
    private static final int LONGEST_REFERENCE = 200;
    private static final long LONGEST_YEARS = 2;

    /**
     * A change of one thing.
     *
     * @param version the version as it was read
     * @param done of a step, whether it is done
     * @param note what is written beside it, at most 2,000 characters
     */
    public record StepFields(
            @Nullable Integer version,
            @Nullable Boolean done,
            @Nullable String note) {

        boolean wanted() {
            if (done == null) {
                throw RestException.invalid("done", "missing");
            }
            return done;
        }

        String text() {
            return PreparationFields.note("note", note);
        }
    }

    /**
     * A piece of evidence.
     *
     * @param version the version as it was read
     * @param kind a code of {@link EvidenceKind}
     * @param reference where it is found, 1 to 200 characters
     * @param on its day, not in the future
     */
    public record EvidenceFields(
            @Nullable Integer version,
            @Nullable String kind,
            @Nullable String reference,
            @Nullable LocalDate on) {

        Preparation.Evidence piece(LocalDate today) {
            List<FieldError> errors = new ArrayList<>();
            String code = text(kind);
            String where = text(reference);
            if (EvidenceKind.ofCode(code).isEmpty()) {
                errors.add(FieldError.of("kind", code.isEmpty() ? "missing" : "notOneOf"));
            }
            if (where.isEmpty() || where.length() > LONGEST_REFERENCE) {
                errors.add(FieldError.of("reference", "length1To200"));
            }
            if (on == null) {
                errors.add(FieldError.of("on", "missing"));
            } else if (on.isAfter(today)) {
                errors.add(FieldError.of("on", "future"));
            }
            if (!errors.isEmpty()) {
                throw RestException.invalid(errors);
            }
            return new Preparation.Evidence(code, where, Objects.requireNonNull(on));
        }
    }

    UUID requireKey() {
        if (key == null) {
            throw RestException.invalid("key", "missing");
        }
        return key;
    }

    UUID requireEmployee() {
        if (employeeId == null) {
            throw RestException.invalid("employeeId", "missing");
        }
        return employeeId;
    }

    /** Reads what is new of a preparation, which keeps its steps and evidence. */
    Preparation.Content content(Preparation.Content was, LocalDate today) {
        String code = text(why);
        if (!PreparationWhy.known(code)) {
            throw RestException.invalid("why", code.isEmpty() ? "missing" : "notOneOf");
        }
        LocalDate day = wantedOn;
        boolean moved = !Objects.equals(day, was.wantedOn());
        if (day != null && moved && (day.isBefore(today) || day.isAfter(today.plusYears(LONGEST_YEARS)))) {
            throw RestException.invalid("wantedOn", "range");
        }
        return new Preparation.Content(was.by(), code, note("note", note), wantedOn, was.steps(), was.evidence());
    }

    private static String note(String field, @Nullable String given) {
        String stripped = text(given);
        if (stripped.length() > LONGEST_NOTE) {
            throw RestException.invalid(field, "longNote");
        }
        return stripped;
    }

    private static String text(@Nullable String given) {
        return Objects.requireNonNullElse(given, "").strip();
    }
}
