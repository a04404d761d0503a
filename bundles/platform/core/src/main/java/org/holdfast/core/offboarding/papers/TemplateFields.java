package org.holdfast.core.offboarding.papers;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a subsidiary wants to write its papers.
 *
 * @param version the version as it was read; 0 where it has none of its own
 * @param letterhead who issues them
 * @param wordings its own words by tag of language; a language that is left out has those that ship
 */
public record TemplateFields(
        @Nullable Integer version,
        @Nullable LetterheadFields letterhead,
        @Nullable Map<String, WordingFields> wordings) {

    /**
     * Who issues papers.
     *
     * @param firm registered name, at most 200 characters
     * @param creditCode unified social credit code, 18 characters
     * @param address address, at most 300 characters
     * @param signatory who signs beside the seal, at most 100 characters
     */
    public record LetterheadFields(
            @Nullable String firm,
            @Nullable String creditCode,
            @Nullable String address,
            @Nullable String signatory) {}

    /**
     * Words of a language.
     *
     * @param title what the paper is, at most 200 characters
     * @param opening what stands before the facts, at most 4,000 characters
     * @param closing what stands after them, at most 4,000 characters
     */
    public record WordingFields(
            @Nullable String title,
            @Nullable String opening,
            @Nullable String closing) {}
}
