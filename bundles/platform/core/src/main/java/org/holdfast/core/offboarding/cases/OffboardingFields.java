package org.holdfast.core.offboarding.cases;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.holdfast.api.labour.ExitKind;
import org.holdfast.core.platform.rest.RestException;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a case.
 *
 * @param key random id of the case to be: what is sent twice begins once
 * @param employeeId who leaves
 * @param kind how the employment ends, a code of {@link ExitKind}
 * @param noticeOn the day notice was given
 * @param lastDay the last day; null for the first the law allows
 * @param reason why they leave, null for nothing said
 * @param evidence the lawful event on file, null for none
 * @param version of a change, the version as it was read
 * @param note what is written beside a change, at most 2,000 characters
 */
public record OffboardingFields(
        @Nullable UUID key,
        @Nullable UUID employeeId,
        @Nullable String kind,
        @Nullable LocalDate noticeOn,
        @Nullable LocalDate lastDay,
        @Nullable ReasonFields reason,
        @Nullable EvidenceFields evidence,
        @Nullable Integer version,
        @Nullable String note) {

    /**
     * Why somebody leaves.
     *
     * @param code a code of {@link LeaveReason}
     * @param note more in words, at most 2,000 characters
     */
    public record ReasonFields(
            @Nullable String code, @Nullable String note) {}

    /**
     * A lawful event on file.
     *
     * @param reference where it is found, at most 200 characters
     * @param on its day
     */
    public record EvidenceFields(
            @Nullable String reference, @Nullable LocalDate on) {}

    Draft draft() {
        return new Draft(key, employeeId, exitKind(), noticeOn, lastDay, words());
    }

    Offboardings.Change change() {
        String code = reason == null ? null : text(reason.code());
        if (code != null && !code.isEmpty() && LeaveReason.ofCode(code).isEmpty()) {
            throw RestException.invalid("reason.code", "notOneOf");
        }
        return new Offboardings.Change(
                lastDay, code, reason == null ? null : OffboardingDesk.note(reason.note()), OffboardingDesk.note(note));
    }

    private Draft.CaseWords words() {
        return new Draft.CaseWords(
                reason == null ? "" : text(reason.code()),
                reason == null ? "" : text(reason.note()),
                evidence == null ? "" : text(evidence.reference()),
                evidence == null ? null : evidence.on());
    }

    private @Nullable ExitKind exitKind() {
        return kind == null || kind.isEmpty()
                ? null
                : ExitKind.ofCode(kind).orElseThrow(() -> RestException.invalid("kind", "notOneOf"));
    }

    private static String text(@Nullable String given) {
        return Objects.requireNonNullElse(given, "").strip();
    }
}
