package org.holdfast.core.offboarding.interview;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.holdfast.core.offboarding.interview.Interview.Given;
import org.holdfast.core.offboarding.interview.InterviewForm.Choice;
import org.holdfast.core.offboarding.interview.InterviewForm.Kind;
import org.holdfast.core.offboarding.interview.InterviewForm.Question;
import org.holdfast.core.platform.rest.FieldError;
import org.holdfast.core.platform.rest.RestException;
import org.jspecify.annotations.Nullable;

/** Reads answers that were sent, and names everything that is wrong with them. A draft may lack whatever it likes. For one use. */
final class AnswerCheck {
    private static final int LONGEST = 4000;
    private static final int MOST_REASONS = 5;

    private final InterviewForm form;
    private final boolean whole;
    private final List<FieldError> errors = new ArrayList<>();

    /**
     * Creates it.
     *
     * @param form what was asked
     * @param whole whether the answers are given, and no draft
     */
    AnswerCheck(InterviewForm form, boolean whole) {
        this.form = form;
        this.whole = whole;
    }

    /**
     * Reads answers.
     *
     * @throws RestException 400 that names each field that is wrong
     */
    Interview.Answers read(InterviewFields.Answers sent) {
        List<String> reasons = reasons(sent.reasons());
        Map<String, Given> given = given(sent.answers());
        if (whole) {
            form.questions()
                    .filter(one -> one.required() && !given.containsKey(one.code()))
                    .forEach(one -> wrong("answers." + one.code(), "missing"));
        }
        if (!errors.isEmpty()) {
            throw RestException.invalid(errors);
        }
        List<Given> inOrder = form.questions()
                .filter(one -> given.containsKey(one.code()))
                .map(one -> given.get(one.code()))
                .toList();
        return new Interview.Answers(reasons, inOrder, Boolean.TRUE.equals(sent.talk()));
    }

    private List<String> reasons(@Nullable List<@Nullable String> sent) {
        Set<String> known = codes(form.reasons());
        Set<String> found = new LinkedHashSet<>();
        if (sent != null) {
            for (String code : sent) {
                if (code == null || !known.contains(code)) {
                    wrong("reasons", "notOneOf");
                } else {
                    found.add(code);
                }
            }
        }
        if (found.size() > MOST_REASONS) {
            wrong("reasons", "tooMany");
        }
        return List.copyOf(found);
    }

    private Map<String, Given> given(@Nullable List<InterviewFields.@Nullable Answer> sent) {
        Map<String, Question> asked = form.questions().collect(Collectors.toMap(Question::code, one -> one));
        Map<String, Given> found = new HashMap<>();
        Set<String> seen = new HashSet<>();
        for (InterviewFields.Answer one : sent == null ? List.<InterviewFields.Answer>of() : sent) {
            Question question = one == null || one.question() == null ? null : asked.get(one.question());
            if (one == null || question == null) {
                wrong("answers", "unknown");
            } else if (!seen.add(question.code())) {
                wrong("answers." + question.code(), "twice");
            } else {
                Given given = read(question, one);
                if (given != null) {
                    found.put(question.code(), given);
                }
            }
        }
        return found;
    }

    /** Reads an answer; one that says nothing is none. */
    private @Nullable Given read(Question question, InterviewFields.Answer sent) {
        String field = "answers." + question.code();
        Integer value = sent.value();
        List<String> choices = chosen(field, question, sent.choices());
        String text = sent.text() == null ? "" : sent.text().strip();
        Given given = new Given(question.code(), value, choices, text);
        if (value == null && choices.isEmpty() && text.isEmpty()) {
            return null;
        }
        fault(question.how(), given).ifPresent(code -> wrong(field, code));
        return given;
    }

    /** Says what is wrong with an answer to a kind of question. */
    private static Optional<String> fault(Kind kind, Given given) {
        return switch (kind) {
            case SCALE -> scaleFault(given);
            case TEXT ->
                given.value() != null || !given.choices().isEmpty()
                        ? Optional.of("form")
                        : when(given.text().length() > LONGEST, "tooLong");
            case SINGLE -> chosenFault(given, 1);
            case SEVERAL -> chosenFault(given, Integer.MAX_VALUE);
        };
    }

    private static Optional<String> scaleFault(Given given) {
        Integer value = given.value();
        return value == null || !given.choices().isEmpty() || !given.text().isEmpty()
                ? Optional.of("form")
                : when(value < InterviewForm.LOWEST || value > InterviewForm.HIGHEST, "scale1To5");
    }

    private static Optional<String> chosenFault(Given given, int most) {
        return given.value() != null || !given.text().isEmpty()
                ? Optional.of("form")
                : when(given.choices().size() > most, "tooMany");
    }

    private static Optional<String> when(boolean wrong, String code) {
        return wrong ? Optional.of(code) : Optional.empty();
    }

    private List<String> chosen(String field, Question question, @Nullable List<@Nullable String> sent) {
        if (sent == null) {
            return List.of();
        }
        Set<String> known = codes(question.choices());
        Set<String> found = new LinkedHashSet<>();
        for (String code : sent) {
            if (code == null || !known.contains(code)) {
                wrong(field, "notOneOf");
            } else {
                found.add(code);
            }
        }
        return List.copyOf(found);
    }

    private static Set<String> codes(List<Choice> choices) {
        return choices.stream().map(Choice::code).collect(Collectors.toSet());
    }

    private void wrong(String field, String code) {
        errors.add(FieldError.of(field, code));
    }
}
