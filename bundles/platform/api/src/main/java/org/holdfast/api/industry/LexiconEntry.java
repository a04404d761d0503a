package org.holdfast.api.industry;

/**
 * A phrase that counts as a hit in a text signal.
 *
 * @param signal code of the text signal
 * @param language BCP 47 tag of the phrase's language
 * @param phrase the words as people write them
 * @param need code of the need it points to, empty where it points to none
 */
public record LexiconEntry(String signal, String language, String phrase, String need) {

    /** Checks that there is a phrase. */
    public LexiconEntry {
        if (phrase.isBlank()) {
            throw new IllegalArgumentException("A phrase of the lexicon of signal " + signal + " is blank");
        }
    }
}
