package org.holdfast.core.retention.programmes;

import java.util.Set;
import java.util.UUID;

/**
 * Somebody who belongs to a cohort. Who belonged to it when it was fixed does so for good, also after they have left.
 *
 * @param personId the person
 * @param done ids of the actions they have got; sealed under their key
 */
record Member(UUID personId, Set<UUID> done) {

    /** Copies the ids. */
    Member {
        done = Set.copyOf(done);
    }

    /** The sealed part. */
    record Got(Set<UUID> done) {}
}
