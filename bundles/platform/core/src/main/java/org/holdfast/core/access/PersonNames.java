package org.holdfast.core.access;

import java.util.Optional;
import java.util.UUID;

/** What people are called. The room of people implements it. */
@FunctionalInterface
public interface PersonNames {

    /**
     * Returns a person's name.
     *
     * @param personId the person
     * @return name and subsidiary, or empty for people who are not known (any more)
     */
    Optional<Named> named(UUID personId);

    /**
     * A person's name. Whether the caller may read it is for the asker to decide.
     *
     * @param subsidiaryId the person's subsidiary
     * @param name full name
     */
    record Named(UUID subsidiaryId, String name) {
        /** Never tells the name. */
        @Override
        public String toString() {
            return "somebody of " + subsidiaryId;
        }
    }
}
