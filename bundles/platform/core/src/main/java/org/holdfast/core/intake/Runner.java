package org.holdfast.core.intake;

import java.util.UUID;

/** Runs imports outside the request that uploaded them. */
public interface Runner {

    /**
     * Starts or resumes an import.
     *
     * @param importId the import
     */
    void start(UUID importId);

    /**
     * Compacts the signals of a subsidiary in the background.
     *
     * @param subsidiaryId the subsidiary
     */
    void compact(UUID subsidiaryId);
}
