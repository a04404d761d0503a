package org.holdfast.core.platform.jobs;

import java.time.Instant;
import java.util.Optional;

/** Work that comes again and again, for several instances, each at times of its own. Safe for use from many threads. */
public interface RecurringJob {

    /**
     * Returns what the job is called in the database.
     *
     * @return a stable name, at most 100 characters
     */
    String name();

    /**
     * Says when an instance comes next.
     *
     * @param instance which
     * @param after the moment after which it shall come
     * @return the moment, or empty where it shall not come again
     */
    Optional<Instant> next(String instance, Instant after);

    /**
     * Does the work for an instance. May be cut off at any moment and is called again then.
     *
     * @param instance which
     * @throws org.holdfast.api.HoldfastException where it failed and is to be tried again
     */
    void run(String instance);
}
