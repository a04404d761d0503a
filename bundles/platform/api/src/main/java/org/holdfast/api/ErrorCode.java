package org.holdfast.api;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A stable name for a kind of failure. Open on purpose: each bundle brings an enum of its own.
 *
 * <p>The name becomes the last part of the problem type a client sees and the key of its translated title, so it
 * must not change once released.
 */
@ConsumerType
public interface ErrorCode {

    /**
     * Returns the stable name.
     *
     * @return upper-case words joined by underscores, never empty; an enum's own {@code name()} fits
     */
    String name();

    /**
     * Returns who can act on the failure.
     *
     * @return the category, never null
     */
    Category category();

    /** Who can act on a failure. */
    enum Category {
        /** The caller sent something wrong. */
        USER,
        /** An administrator has to change a setting, a file or a bundle. */
        CONFIGURATION,
        /** Another system did not answer as it should. */
        EXTERNAL,
        /** The program is wrong. */
        INTERNAL
    }
}
