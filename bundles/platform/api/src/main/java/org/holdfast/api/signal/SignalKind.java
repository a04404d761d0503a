package org.holdfast.api.signal;

/** How the values of a signal are to be read. */
public enum SignalKind {
    /** Each row is one occurrence; values add up over a period, and no row means zero where the source delivers. */
    OCCURRENCE,
    /** Each row states a level that holds until the next one; no row means unknown. */
    LEVEL,
    /** Each row carries a text; the lexicon of the industry turns it into a number of hits. */
    TEXT
}
