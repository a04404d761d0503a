package org.holdfast.core.offboarding.flows;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A version of a flow; it never changes but for being published.
 *
 * @param id random id
 * @param flow whose version
 * @param number from 1
 * @param createdAt when it was uploaded or found
 * @param publishedAt since when runs may start on it, null for a draft
 */
record FlowVersion(
        UUID id,
        Flow flow,
        int number,
        Instant createdAt,
        @Nullable Instant publishedAt) {
    /** Whose flow it is where it is the group's. */
    static final UUID GROUP = new UUID(0, 0);

    /**
     * A flow.
     *
     * @param id random id
     * @param owner the subsidiary, or {@link #GROUP}
     * @param key id of the process in its files
     */
    record Flow(UUID id, UUID owner, String key) {
        boolean ofGroup() {
            return owner.equals(GROUP);
        }
    }

    /** What the engine calls it: it counts versions by name, ours are apart. */
    String engineKey() {
        return "flow-" + id;
    }
}
