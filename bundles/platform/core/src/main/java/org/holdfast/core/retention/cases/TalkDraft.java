package org.holdfast.core.retention.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.holdfast.core.platform.rest.FieldError;
import org.holdfast.core.platform.rest.RestException;
import org.jspecify.annotations.Nullable;

/**
 * A talk as somebody records it.
 *
 * @param key a random UUID made by who sends it: the same request sent twice is taken once
 * @param heldOn the day of the talk, not in the future and not before the alert
 * @param intent {@code confirmed}, {@code denied} or {@code undeclared}
 * @param causes codes of needs or {@code other}, at most ten, may be absent
 * @param text what was said, at most 4,000 characters, may be absent
 * @param nextStep what was agreed, at most 1,000 characters, may be absent
 * @param corrects the talk it corrects, null for none
 */
public record TalkDraft(
        @Nullable UUID key,
        @Nullable LocalDate heldOn,
        @Nullable String intent,
        @Nullable List<String> causes,
        @Nullable String text,
        @Nullable String nextStep,
        @Nullable UUID corrects) {
    static final String OTHER = "other";
    private static final int MOST_CAUSES = 10;
    private static final int LONGEST_TEXT = 4_000;
    private static final int LONGEST_STEP = 1_000;

    /**
     * Between which days a talk can have been held.
     *
     * @param first the first day
     * @param last today
     */
    record Span(LocalDate first, LocalDate last) {}

    /** Demands that everything but the correction is right; names every field that is not. */
    void check(Span days, Set<String> needs) {
        List<FieldError> errors = new ArrayList<>();
        add(errors, "key", key == null ? "missing" : null);
        add(errors, "heldOn", day(days));
        add(
                errors,
                "intent",
                Talk.Intent.ofCode(intent).isPresent() ? null : intent == null ? "missing" : "talkIntent");
        add(errors, "causes", causesWrong(needs));
        add(errors, "text", words(text).length() > LONGEST_TEXT ? "longTalk" : null);
        add(errors, "nextStep", words(nextStep).length() > LONGEST_STEP ? "longStep" : null);
        if (!errors.isEmpty()) {
            throw RestException.invalid(errors);
        }
    }

    /** Returns the words of a draft that was checked. */
    Talk.Words words(Talk.By by) {
        return new Talk.Words(
                Optional.ofNullable(heldOn).orElseThrow(),
                Talk.Intent.ofCode(intent).orElseThrow(),
                codes().stream().distinct().toList(),
                words(text),
                words(nextStep),
                by);
    }

    private @Nullable String day(Span days) {
        if (heldOn == null) {
            return "missing";
        }
        if (heldOn.isAfter(days.last())) {
            return "future";
        }
        return heldOn.isBefore(days.first()) ? "beforeAlert" : null;
    }

    private @Nullable String causesWrong(Set<String> needs) {
        if (codes().size() > MOST_CAUSES) {
            return "manyCauses";
        }
        return codes().stream().allMatch(code -> OTHER.equals(code) || needs.contains(code)) ? null : "talkCause";
    }

    private List<String> codes() {
        return causes == null ? List.of() : causes;
    }

    private static String words(@Nullable String given) {
        return given == null ? "" : given.strip();
    }

    private static void add(List<FieldError> errors, String field, @Nullable String code) {
        if (code != null) {
            errors.add(FieldError.of(field, code));
        }
    }
}
