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
 * How it went on, as somebody records it.
 *
 * @param key a random UUID made by who sends it: the same request sent twice is taken once
 * @param days 30, 90, 180 or 365: after how many days; not before it is due
 * @param state {@code well} or {@code atRisk}
 * @param text what is written beside it, at most 2,000 characters, may be absent
 */
public record FollowUpDraft(
        @Nullable UUID key,
        @Nullable Integer days,
        @Nullable String state,
        @Nullable String text) {

    /** Demands that everything is right; names every field that is not. */
    void check(List<FollowUp> known) {
        List<FieldError> errors = new ArrayList<>();
        OutcomeDraft.add(errors, "key", key == null ? "missing" : null);
        OutcomeDraft.add(errors, "days", daysWrong(known));
        OutcomeDraft.add(errors, "state", stateWrong());
        OutcomeDraft.add(
                errors, "text", OutcomeDraft.words(text).length() > OutcomeDraft.LONGEST_TEXT ? "longNote" : null);
        if (!errors.isEmpty()) {
            throw RestException.invalid(errors);
        }
    }

    /** Returns the words of a draft that was checked. */
    Entry.Words words(LocalDate today, Entry.By by) {
        int after = Optional.ofNullable(days).orElseThrow();
        return new Entry.Words(Entry.What.ofCode(state).orElseThrow(), after, today, OutcomeDraft.words(text), by);
    }

    private @Nullable String daysWrong(List<FollowUp> known) {
        if (days == null) {
            return "missing";
        }
        Optional<FollowUp> mark =
                known.stream().filter(one -> one.days() == days).findFirst();
        if (mark.isEmpty()) {
            return "followUpDays";
        }
        return mark.get().state() == FollowUp.State.COMING ? "followUpEarly" : null;
    }

    private @Nullable String stateWrong() {
        if (state == null) {
            return "missing";
        }
        boolean known = Entry.What.ofCode(state).filter(what -> !what.outcome()).isPresent();
        return known ? null : "followUpState";
    }
}
