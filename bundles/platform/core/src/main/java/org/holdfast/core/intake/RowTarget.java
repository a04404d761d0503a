package org.holdfast.core.intake;

import java.util.List;

/**
 * Takes the rows of one kind of file: checks them, notes their problems, and writes the good ones in the transaction
 * under way. For one run and one thread.
 */
interface RowTarget {

    /**
     * Takes rows.
     *
     * @param rows rows; those with problems already are left alone
     * @param tally counts the good ones
     */
    void take(List<Cells> rows, Tally tally);

    /** Returns what may stand only once in a file, empty where a row has no such key. */
    default String key(Cells row) {
        return "";
    }

    /**
     * Connects a row that was written before with what it refers to, and notes a problem where it cannot.
     *
     * @param link what is to be connected
     */
    default void link(Link link) {
        throw new UnsupportedOperationException("Rows of this kind refer to no other rows");
    }
}
