package org.holdfast.core.surveys;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.holdfast.core.platform.rest.FieldError;
import org.holdfast.core.platform.rest.RestException;
import org.jspecify.annotations.Nullable;

/**
 * An answer as it is sent.
 *
 * @param scores a value for each item, by its code
 * @param keeps codes of at most three needs that keep the person; null for none
 * @param leaves codes of at most three needs for which the person would leave; null for none
 * @param signal whether it is to be a signal about the person, too; null for no
 */
public record AnswerForm(
        @Nullable Map<String, @Nullable Integer> scores,
        @Nullable List<String> keeps,
        @Nullable List<String> leaves,
        @Nullable Boolean signal) {
    private static final int MOST_NEEDS = 3;

    boolean asSignal() {
        return Boolean.TRUE.equals(signal);
    }

    /**
     * Reads the answer.
     *
     * @param kind what was asked
     * @param needs codes of the needs there are
     * @return the answer, counted in no department yet
     * @throws RestException 400 that names each field that is wrong
     */
    Answer read(SurveyKind kind, Set<String> needs) {
        List<FieldError> wrong = new ArrayList<>();
        Map<String, @Nullable Integer> given = scores == null ? Map.of() : scores;
        List<Integer> values = new ArrayList<>();
        for (String item : kind.items()) {
            Integer value = given.get(item);
            if (value == null) {
                wrong.add(FieldError.of("scores." + item, "missing"));
            } else if (!kind.scale().has(value)) {
                wrong.add(FieldError.of("scores." + item, "surveyScale"));
            } else {
                values.add(value);
            }
        }
        if (!kind.items().containsAll(given.keySet())) {
            wrong.add(FieldError.of("scores", "unknown"));
        }
        Set<String> known = kind.asksForNeeds() ? needs : Set.of();
        List<String> keeping = picked("keeps", keeps, known, wrong);
        List<String> leaving = picked("leaves", leaves, known, wrong);
        if (!wrong.isEmpty()) {
            throw RestException.invalid(wrong);
        }
        return new Answer(null, asSignal(), values, keeping, leaving);
    }

    private static List<String> picked(
            String field, @Nullable List<String> sent, Set<String> known, List<FieldError> wrong) {
        List<String> picked =
                sent == null ? List.of() : sent.stream().distinct().toList();
        if (picked.size() > MOST_NEEDS) {
            wrong.add(FieldError.of(field, "tooMany"));
        } else if (!known.containsAll(picked)) {
            wrong.add(FieldError.of(field, "unknown"));
        }
        return picked;
    }

    /** Says nothing of what was answered. */
    @Override
    public String toString() {
        return "answer";
    }
}
