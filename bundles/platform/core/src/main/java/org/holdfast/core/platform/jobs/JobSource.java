package org.holdfast.core.platform.jobs;

import java.util.Optional;
import java.util.UUID;

/** A room that runs jobs. Answers from any thread, also outside a request. */
@FunctionalInterface
public interface JobSource {

    /**
     * Returns how a job stands.
     *
     * @param id the job
     * @return the job, or empty where it is not one of this room
     */
    Optional<JobView> job(UUID id);
}
