package org.holdfast.core.offboarding.papers;

import java.util.List;
import java.util.UUID;
import org.holdfast.core.platform.rest.TellsNothing;

/**
 * How a subsidiary writes its papers.
 *
 * @param subsidiaryId the subsidiary
 * @param version how often it was changed; 0 where it has none of its own
 * @param letterhead who issues them
 * @param languages the words of each language there is, that of the subsidiary first
 * @param fields codes of what may stand in braces
 */
@TellsNothing
public record TemplateView(
        UUID subsidiaryId, int version, LetterheadView letterhead, List<WordingView> languages, List<String> fields) {

    /** Copies the lists. */
    public TemplateView {
        languages = List.copyOf(languages);
        fields = List.copyOf(fields);
    }

    /**
     * Who issues papers.
     *
     * @param firm registered name
     * @param creditCode unified social credit code
     * @param address address
     * @param signatory who signs beside the seal
     */
    public record LetterheadView(String firm, String creditCode, String address, String signatory) {}

    /**
     * Words of a language.
     *
     * @param tag its tag
     * @param name its name in itself
     * @param own whether they are the subsidiary's own and not those that ship
     * @param title what the paper is
     * @param opening what stands before the facts
     * @param closing what stands after them
     */
    public record WordingView(String tag, String name, boolean own, String title, String opening, String closing) {}
}
