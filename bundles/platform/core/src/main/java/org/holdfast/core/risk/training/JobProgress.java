package org.holdfast.core.risk.training;

/** Is told how far a long job has come. Safe for use from many threads. */
@FunctionalInterface
public interface JobProgress {

    /** Nobody listens. */
    JobProgress SILENT = (share, step) -> {};

    /**
     * Tells how far the job has come.
     *
     * @param share 0 to 1, never falling
     * @param step what is being done, a stable word that is also the key of its text
     */
    void reached(double share, String step);
}
