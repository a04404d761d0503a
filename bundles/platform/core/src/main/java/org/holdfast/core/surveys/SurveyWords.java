package org.holdfast.core.surveys;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.holdfast.core.platform.rest.Texts;
import org.holdfast.core.retention.Needs;
import org.holdfast.core.surveys.OwnSurveysView.Choice;
import org.jspecify.annotations.Nullable;

/** The words of surveys in a reader's language. Safe for use from many threads. */
final class SurveyWords {
    private final Texts texts;
    private final Needs needs;

    SurveyWords(Texts texts, Needs needs) {
        this.texts = texts;
        this.needs = needs;
    }

    List<Choice> questions(SurveyKind kind, @Nullable String language) {
        String tag = texts.negotiate(language);
        return kind.items().stream()
                .map(item -> new Choice(item, texts.text(tag, "survey.item." + item)))
                .toList();
    }

    /** Returns the needs the industry of a subsidiary knows. */
    List<Choice> needs(UUID subsidiaryId, @Nullable String language) {
        return needs.of(subsidiaryId, language).stream()
                .map(need -> new Choice(need.code(), need.text()))
                .toList();
    }

    Map<String, String> needsByCode(UUID subsidiaryId, @Nullable String language) {
        return needs(subsidiaryId, language).stream().collect(Collectors.toMap(Choice::code, Choice::text));
    }

    String text(@Nullable String language, String key) {
        return texts.text(texts.negotiate(language), key);
    }
}
