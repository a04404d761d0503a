package org.holdfast.core.offboarding.interview;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.holdfast.core.offboarding.interview.InterviewForm.Choice;
import org.holdfast.core.offboarding.interview.InterviewForm.Kind;
import org.holdfast.core.offboarding.interview.InterviewForm.Question;
import org.holdfast.core.offboarding.interview.InterviewForm.Section;
import org.holdfast.core.platform.rest.Language;
import org.holdfast.core.platform.rest.Texts;

/** The form a subsidiary has that wrote none of its own, in every language that is installed. Safe for use from many threads. */
final class ShippedForm {
    /** Codes of the reasons, with a text each under {@code interview.reason.}. */
    private static final List<String> REASONS = List.of(
            "pay",
            "promotion",
            "growth",
            "workload",
            "superior",
            "commute",
            "family",
            "health",
            "study",
            "business",
            "other");

    private final Texts texts;

    ShippedForm(Texts texts) {
        this.texts = texts;
    }

    InterviewForm form() {
        List<String> tags = texts.languages().stream().map(Language::tag).toList();
        return new InterviewForm(
                0,
                tags,
                "experience",
                choices(tags, "reason", REASONS.stream()),
                List.of(
                        section(
                                tags,
                                "work",
                                question(tags, "tasks", Kind.SCALE, true),
                                question(tags, "superior", Kind.SCALE, true),
                                question(tags, "growth", Kind.SCALE, true),
                                question(tags, "pay", Kind.SCALE, true),
                                question(
                                        tags, "kept", Kind.SEVERAL, false, "raise", "task", "team", "hours", "nothing"),
                                question(tags, "better", Kind.TEXT, false)),
                        section(
                                tags,
                                "leaving",
                                question(tags, "experience", Kind.SCALE, true),
                                question(tags, "back", Kind.SINGLE, true, "yes", "perhaps", "no"),
                                question(tags, "say", Kind.TEXT, false))));
    }

    private Section section(List<String> tags, String code, Question... questions) {
        return new Section(code, words(tags, "section." + code), List.of(questions));
    }

    private Question question(List<String> tags, String code, Kind kind, boolean required, String... choices) {
        return new Question(
                code,
                kind.code(),
                words(tags, "question." + code),
                required,
                choices(tags, "choice", Stream.of(choices)));
    }

    private List<Choice> choices(List<String> tags, String group, Stream<String> codes) {
        return codes.map(code -> new Choice(code, words(tags, group + "." + code)))
                .toList();
    }

    private Map<String, String> words(List<String> tags, String key) {
        Map<String, String> found = new HashMap<>();
        tags.forEach(tag -> found.put(tag, texts.text(tag, "interview." + key)));
        return found;
    }
}
