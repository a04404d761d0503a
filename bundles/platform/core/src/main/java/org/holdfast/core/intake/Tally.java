package org.holdfast.core.intake;

/** What became of the rows of a step. For one thread. */
final class Tally {
    private long accepted;
    private long unchanged;

    void accepted(long rows) {
        accepted += rows;
    }

    void unchanged(long rows) {
        unchanged += rows;
    }

    long accepted() {
        return accepted;
    }

    long unchanged() {
        return unchanged;
    }
}
