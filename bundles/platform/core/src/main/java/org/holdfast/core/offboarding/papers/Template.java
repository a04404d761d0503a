package org.holdfast.core.offboarding.papers;

import java.util.Map;
import java.util.Optional;
import org.holdfast.core.people.Subsidiary;

/**
 * How a subsidiary writes its papers.
 *
 * @param version how often it was changed; 0 for what ships
 * @param letterhead who issues them
 * @param wordings its own words by tag of language; a language without any has those that ship
 */
record Template(int version, Letterhead letterhead, Map<String, Wording> wordings) {

    Template {
        wordings = Map.copyOf(wordings);
    }

    /**
     * Who issues papers.
     *
     * @param firm registered name
     * @param creditCode unified social credit code, empty for none
     * @param address address, may be empty
     * @param signatory who signs beside the seal, may be empty
     */
    record Letterhead(String firm, String creditCode, String address, String signatory) {

        /** Names nobody. */
        @Override
        public String toString() {
            return firm;
        }
    }

    /**
     * Words of a language, with fields in braces.
     *
     * @param title what the paper is
     * @param opening what stands before the facts
     * @param closing what stands after them
     */
    record Wording(String title, String opening, String closing) {}

    static Template shipped(Subsidiary firm) {
        return new Template(0, new Letterhead(firm.name(), "", "", ""), Map.of());
    }

    Optional<Wording> wording(String language) {
        return Optional.ofNullable(wordings.get(language));
    }
}
