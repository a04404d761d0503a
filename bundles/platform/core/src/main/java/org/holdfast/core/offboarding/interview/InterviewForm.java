package org.holdfast.core.offboarding.interview;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.holdfast.core.platform.rest.TellsNothing;

/**
 * A version of the questions a subsidiary asks who leaves. What was published is never changed.
 *
 * @param version counts from 1
 * @param languages tags of the languages every text has
 * @param score code of the scale question that is the exit-experience score
 * @param reasons the closed list of reasons of leaving
 * @param sections the questions
 */
@TellsNothing // but what is asked of everybody
public record InterviewForm(
        int version, List<String> languages, String score, List<Choice> reasons, List<Section> sections) {
    /** Lowest value of a scale. */
    static final int LOWEST = 1;
    /** Highest value of a scale. */
    static final int HIGHEST = 5;

    /** Copies the lists. */
    public InterviewForm {
        languages = List.copyOf(languages);
        reasons = List.copyOf(reasons);
        sections = List.copyOf(sections);
    }

    /** How a question is answered. */
    enum Kind {
        /** From 1 to 5. */
        SCALE("scale"),
        /** One of some choices. */
        SINGLE("single"),
        /** Any of some choices. */
        SEVERAL("several"),
        /** In own words. */
        TEXT("text");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }

        boolean chooses() {
            return this == SINGLE || this == SEVERAL;
        }

        static Optional<Kind> ofCode(String code) {
            return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst();
        }
    }

    /**
     * Something to choose.
     *
     * @param code its code
     * @param texts its words by language
     */
    public record Choice(String code, Map<String, String> texts) {

        /** Copies the texts. */
        public Choice {
            texts = Map.copyOf(texts);
        }
    }

    /**
     * Some questions.
     *
     * @param code its code
     * @param texts its title by language
     * @param questions the questions
     */
    public record Section(String code, Map<String, String> texts, List<Question> questions) {

        /** Copies the collections. */
        public Section {
            texts = Map.copyOf(texts);
            questions = List.copyOf(questions);
        }
    }

    /**
     * A question.
     *
     * @param code its code, unique in the form
     * @param kind how it is answered: the code of a kind
     * @param texts its words by language
     * @param required whether an interview without an answer to it is refused
     * @param choices what can be chosen; none but for {@code single} and {@code several}
     */
    public record Question(
            String code, String kind, Map<String, String> texts, boolean required, List<Choice> choices) {

        /** Copies the collections. */
        public Question {
            texts = Map.copyOf(texts);
            choices = List.copyOf(choices);
        }

        Kind how() {
            return Kind.ofCode(kind).orElseThrow();
        }
    }

    Stream<Question> questions() {
        return sections.stream().flatMap(section -> section.questions().stream());
    }

    InterviewForm as(int other) {
        return new InterviewForm(other, languages, score, reasons, sections);
    }
}
