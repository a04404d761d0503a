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
     * Lets it be known that an import has brought something new about people.
     *
     * @param subsidiaryId their subsidiary
     */
    void arrived(UUID subsidiaryId);

    /**
     * Compacts the signals of a subsidiary in the background.
     *
     * @param subsidiaryId the subsidiary
     */
    void compact(UUID subsidiaryId);
}
