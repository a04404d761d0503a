package org.holdfast.core.retention;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.holdfast.core.people.People;
import org.holdfast.core.retention.AlertDocuments.Need;
import org.jspecify.annotations.Nullable;

/** What people may need, by the industry of their subsidiary: the same list for everybody there. Safe for use from many threads. */
public final class Needs {
    private final People people;
    private final AlertReader.Words words;

    Needs(People people, AlertReader.Words words) {
        this.people = people;
        this.words = words;
    }

    /**
     * Returns the needs an industry knows.
     *
     * @param subsidiaryId the subsidiary
     * @param language the reader's language, as in the header {@code Accept-Language}
     * @return by code; empty while its bundle is not there
     */
    public List<Need> of(UUID subsidiaryId, @Nullable String language) {
        String tag = words.tag(language);
        Set<String> codes = new TreeSet<>();
        people.subsidiary(subsidiaryId)
                .ifPresent(firm -> words.guidance(firm).forEach(entry -> codes.addAll(entry.needs())));
        return codes.stream()
                .map(code -> new Need(code, words.texts().text(tag, "need." + code)))
                .toList();
    }

    /**
     * Returns the words for what no industry lists.
     *
     * @param language the reader's language
     * @return the words
     */
    public String other(@Nullable String language) {
        return words.texts().text(words.tag(language), "retention.cause.other");
    }
}
