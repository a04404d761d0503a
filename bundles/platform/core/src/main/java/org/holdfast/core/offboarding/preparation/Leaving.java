package org.holdfast.core.offboarding.preparation;

import java.util.UUID;

/** Says who leaves already: told by offboarding cases. Safe for use from many threads. */
@FunctionalInterface
public interface Leaving {

    /**
     * Says whether a person has a case that goes on.
     *
     * @param personId the person
     * @return whether one goes on
     */
    boolean leaves(UUID personId);
}
