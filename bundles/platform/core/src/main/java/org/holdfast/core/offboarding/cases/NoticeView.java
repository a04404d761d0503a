package org.holdfast.core.offboarding.cases;

import java.time.LocalDate;
import java.util.List;
import org.holdfast.core.platform.rest.TellsNothing;
import org.jspecify.annotations.Nullable;

/**
 * From when on somebody can leave, by the law of the country. It tells nothing of a person that the reader does not ask with.
 *
 * @param known whether the country has rules for it; else whoever asks says the last day
 * @param days calendar days of notice
 * @param earliest the first day that can be the last one
 * @param probation whether it is the notice of probation
 * @param articles the articles, in the reader's language
 * @param evidenceNeeded whether whoever is not the person has to name a lawful event on file
 */
@TellsNothing
public record NoticeView(
        boolean known,
        @Nullable Integer days,
        @Nullable LocalDate earliest,
        boolean probation,
        List<String> articles,
        boolean evidenceNeeded) {

    /** Copies the articles. */
    public NoticeView {
        articles = List.copyOf(articles);
    }
}
