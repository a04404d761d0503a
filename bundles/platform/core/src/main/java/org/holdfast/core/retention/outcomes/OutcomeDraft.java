package org.holdfast.core.retention.outcomes;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.core.platform.rest.FieldError;
import org.holdfast.core.platform.rest.RestException;
import org.jspecify.annotations.Nullable;

/**
 * An outcome as somebody records it.
 *
 * @param key a random UUID made by who sends it: the same request sent twice is taken once
 * @param outcome {@code retained}, {@code moved} or {@code decided}
 * @param on the day, not in the future and not before the first talk
 * @param text what is written beside it, at most 2,000 characters, may be absent
 */
public record OutcomeDraft(
        @Nullable UUID key,
        @Nullable String outcome,
        @Nullable LocalDate on,
        @Nullable String text) {
    static final int LONGEST_TEXT = 2_000;

    /** Demands that everything is right; names every field that is not. */
    void check(LocalDate first, LocalDate today, boolean hr) {
        List<FieldError> errors = new ArrayList<>();
        add(errors, "key", key == null ? "missing" : null);
        add(errors, "outcome", outcomeWrong(hr));
        add(errors, "on", dayWrong(first, today));
        add(errors, "text", words(text).length() > LONGEST_TEXT ? "longNote" : null);
        if (!errors.isEmpty()) {
            throw RestException.invalid(errors);
        }
    }

    /** Returns the words of a draft that was checked. */
    Entry.Words words(Entry.By by) {
        LocalDate day = Optional.ofNullable(on).orElseThrow();
        return new Entry.Words(Entry.What.ofCode(outcome).orElseThrow(), 0, day, words(text), by);
    }

    private @Nullable String outcomeWrong(boolean hr) {
        if (outcome == null) {
            return "missing";
        }
        Optional<Entry.What> what = Entry.What.ofCode(outcome).filter(Entry.What::outcome);
        if (what.isEmpty()) {
            return "outcome";
        }
        // That the firm lets somebody go is said by who answers for it.
        return what.get() == Entry.What.DECIDED && !hr ? "notYours" : null;
    }

    private @Nullable String dayWrong(LocalDate first, LocalDate today) {
        if (on == null) {
            return "missing";
        }
        if (on.isAfter(today)) {
            return "future";
        }
        return on.isBefore(first) ? "beforeTalk" : null;
    }

    static String words(@Nullable String given) {
        return given == null ? "" : given.strip();
    }

    static void add(List<FieldError> errors, String field, @Nullable String code) {
        if (code != null) {
            errors.add(FieldError.of(field, code));
        }
    }
}
