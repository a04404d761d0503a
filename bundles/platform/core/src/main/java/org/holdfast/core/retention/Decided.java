package org.holdfast.core.retention;

import java.util.UUID;

/** Says whether the firm has given up keeping a person. Safe for use from many threads. */
@FunctionalInterface
public interface Decided {

    /**
     * Says it of a person.
     *
     * @param personId the person
     * @return whether what came of their latest case is that the firm does not negotiate any more
     */
    boolean about(UUID personId);
}
