package org.holdfast.core.offboarding.interview;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.holdfast.core.offboarding.interview.FormFields.ChoiceFields;
import org.holdfast.core.offboarding.interview.FormFields.QuestionFields;
import org.holdfast.core.offboarding.interview.FormFields.SectionFields;
import org.holdfast.core.offboarding.interview.InterviewForm.Choice;
import org.holdfast.core.offboarding.interview.InterviewForm.Kind;
import org.holdfast.core.offboarding.interview.InterviewForm.Question;
import org.holdfast.core.offboarding.interview.InterviewForm.Section;
import org.holdfast.core.platform.rest.FieldError;
import org.holdfast.core.platform.rest.RestException;
import org.jspecify.annotations.Nullable;

/** Reads a form that was sent, and names everything that is wrong with it. For one form. */
final class FormCheck {
    private static final String CODE = "[a-z][a-zA-Z0-9]{0,39}";
    private static final int LONGEST = 500;
    private static final int MOST_SECTIONS = 20;
    private static final int MOST_QUESTIONS = 60;
    private static final int MOST_CHOICES = 20;
    private static final int MOST_REASONS = 40;

    private final Set<String> installed;
    private final String spoken;
    private final List<FieldError> errors = new ArrayList<>();
    private final Set<String> codes = new HashSet<>();
    private List<String> languages = List.of();

    /**
     * Creates it.
     *
     * @param installed tags of the languages there are
     * @param spoken the language of the subsidiary
     */
    FormCheck(Set<String> installed, String spoken) {
        this.installed = Set.copyOf(installed);
        this.spoken = spoken;
    }

    /**
     * Reads a form.
     *
     * @throws RestException 400 that names each field that is wrong
     */
    InterviewForm read(FormFields fields) {
        if (fields.version() == null) {
            wrong("version", "missing");
        }
        languages = languages(fields.languages());
        List<Choice> reasons = choices("reasons", fields.reasons(), 1, MOST_REASONS);
        List<Section> sections = sections(fields.sections());
        String score = fields.score() == null ? "" : fields.score().strip();
        InterviewForm form = new InterviewForm(0, languages, score, reasons, sections);
        if (form.questions().count() > MOST_QUESTIONS) {
            wrong("sections", "tooMany");
        }
        if (form.questions()
                .noneMatch(one -> one.code().equals(score) && one.kind().equals(Kind.SCALE.code()))) {
            wrong("score", "noScoreQuestion");
        }
        if (!errors.isEmpty()) {
            throw RestException.invalid(errors);
        }
        return form;
    }

    private List<String> languages(@Nullable List<@Nullable String> given) {
        Set<String> tags = new LinkedHashSet<>();
        if (given != null) {
            for (String tag : given) {
                if (tag == null || !installed.contains(tag)) {
                    wrong("languages", "unknown");
                } else if (!tags.add(tag)) {
                    wrong("languages", "twice");
                }
            }
        }
        if (!tags.contains(spoken)) {
            errors.add(new FieldError("languages", "lacksLanguage", spoken));
        }
        return List.copyOf(tags);
    }

    private List<Section> sections(@Nullable List<@Nullable SectionFields> given) {
        List<Section> found = new ArrayList<>();
        List<@Nullable SectionFields> sent = few("sections", given, 1, MOST_SECTIONS);
        Set<String> used = new HashSet<>();
        for (int i = 0; i < sent.size(); i++) {
            String field = "sections[" + i + "]";
            SectionFields one = sent.get(i);
            if (one == null) {
                wrong(field, "missing");
                continue;
            }
            String code = code(field, one.code(), used);
            found.add(new Section(code, texts(field, one.texts()), questions(field, one.questions())));
        }
        return found;
    }

    private List<Question> questions(String section, @Nullable List<@Nullable QuestionFields> given) {
        List<Question> found = new ArrayList<>();
        List<@Nullable QuestionFields> sent = few(section + ".questions", given, 1, MOST_QUESTIONS);
        for (int i = 0; i < sent.size(); i++) {
            String field = section + ".questions[" + i + "]";
            QuestionFields one = sent.get(i);
            if (one == null) {
                wrong(field, "missing");
            } else {
                found.add(question(field, one));
            }
        }
        return found;
    }

    private Question question(String field, QuestionFields given) {
        String code = code(field, given.code(), codes);
        String kind = given.kind() == null ? "" : given.kind();
        boolean chooses = Kind.ofCode(kind).filter(Kind::chooses).isPresent();
        if (Kind.ofCode(kind).isEmpty()) {
            wrong(field + ".kind", given.kind() == null ? "missing" : "notOneOf");
        }
        List<@Nullable ChoiceFields> offered = given.choices() == null ? List.of() : given.choices();
        List<Choice> choices = List.of();
        if (chooses) {
            choices = choices(field + ".choices", offered, 2, MOST_CHOICES);
        } else if (!offered.isEmpty()) {
            wrong(field + ".choices", "noChoices");
        }
        return new Question(code, kind, texts(field, given.texts()), Boolean.TRUE.equals(given.required()), choices);
    }

    private List<Choice> choices(String field, @Nullable List<@Nullable ChoiceFields> given, int fewest, int most) {
        List<Choice> found = new ArrayList<>();
        List<@Nullable ChoiceFields> sent = few(field, given, fewest, most);
        Set<String> used = new HashSet<>();
        for (int i = 0; i < sent.size(); i++) {
            String place = field + "[" + i + "]";
            ChoiceFields one = sent.get(i);
            if (one == null) {
                wrong(place, "missing");
            } else {
                found.add(new Choice(code(place, one.code(), used), texts(place, one.texts())));
            }
        }
        return found;
    }

    private String code(String field, @Nullable String given, Set<String> used) {
        String code = given == null ? "" : given;
        if (code.isEmpty()) {
            wrong(field + ".code", "missing");
        } else if (!code.matches(CODE)) {
            wrong(field + ".code", "form");
        } else if (!used.add(code)) {
            wrong(field + ".code", "twice");
        }
        return code;
    }

    private Map<String, String> texts(String field, @Nullable Map<String, @Nullable String> given) {
        Map<String, @Nullable String> sent = given == null ? Map.of() : given;
        Map<String, String> found = new LinkedHashMap<>();
        for (String tag : languages) {
            String raw = sent.get(tag);
            String text = raw == null ? "" : raw.strip();
            if (text.isEmpty()) {
                wrong(field + ".texts." + tag, "missing");
            } else if (text.length() > LONGEST) {
                wrong(field + ".texts." + tag, "tooLong");
            } else {
                found.put(tag, text);
            }
        }
        if (!languages.containsAll(sent.keySet())) {
            // The tags themselves are whatever somebody sent: none of them stands in an answer.
            wrong(field + ".texts", "unknown");
        }
        return found;
    }

    /** Returns what was sent; nothing of what is too long to be looked at. */
    private <T> List<@Nullable T> few(String field, @Nullable List<@Nullable T> given, int fewest, int most) {
        List<@Nullable T> sent = given == null ? List.of() : given;
        if (sent.size() < fewest) {
            wrong(field, "missing");
        } else if (sent.size() > most) {
            wrong(field, "tooMany");
            return List.of();
        }
        return sent;
    }

    private void wrong(String field, String code) {
        errors.add(FieldError.of(field, code));
    }
}
