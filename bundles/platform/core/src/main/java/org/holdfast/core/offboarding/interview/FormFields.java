package org.holdfast.core.offboarding.interview;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A form as it is sent.
 *
 * @param version the version it takes the place of; 0 where there was none
 * @param languages tags of the languages every text has; that of the subsidiary is one of them
 * @param score code of the scale question that is the exit-experience score
 * @param reasons reasons of leaving
 * @param sections the questions
 */
public record FormFields(
        @Nullable Integer version,
        @Nullable List<@Nullable String> languages,
        @Nullable String score,
        @Nullable List<@Nullable ChoiceFields> reasons,
        @Nullable List<@Nullable SectionFields> sections) {

    /**
     * Something to choose.
     *
     * @param code a small letter, then letters and digits, at most 40
     * @param texts its words by language, at most 500 characters each
     */
    public record ChoiceFields(
            @Nullable String code, @Nullable Map<String, @Nullable String> texts) {}

    /**
     * Some questions.
     *
     * @param code as of a choice
     * @param texts its title by language
     * @param questions the questions
     */
    public record SectionFields(
            @Nullable String code,
            @Nullable Map<String, @Nullable String> texts,
            @Nullable List<@Nullable QuestionFields> questions) {}

    /**
     * A question.
     *
     * @param code as of a choice, unique in the form
     * @param kind how it is answered: the code of a kind
     * @param texts its words by language
     * @param required whether an interview without an answer to it is refused; null for no
     * @param choices what can be chosen, 2 to 20; none but for {@code single} and {@code several}
     */
    public record QuestionFields(
            @Nullable String code,
            @Nullable String kind,
            @Nullable Map<String, @Nullable String> texts,
            @Nullable Boolean required,
            @Nullable List<@Nullable ChoiceFields> choices) {}
}
