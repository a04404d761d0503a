package org.holdfast.core.retention.plans;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The post a promotion or a change of post offers: whoever holds it or stands for it drops out of the case.
 *
 * @param holderId who holds it, null where it is vacant or nobody has said
 * @param candidateIds who stands for it besides, in the order they were named
 */
record Offer(@Nullable UUID holderId, List<UUID> candidateIds) {
    /** Names nobody. */
    static final Offer NONE = new Offer(null, List.of());

    /** Copies the candidates, each once. */
    Offer {
        candidateIds = List.copyOf(new LinkedHashSet<>(candidateIds));
    }

    static Offer of(@Nullable UUID holderId, @Nullable List<UUID> candidateIds) {
        return new Offer(holderId, candidateIds == null ? List.of() : candidateIds);
    }

    /** Returns who has an interest of their own. */
    Set<UUID> parties() {
        List<UUID> parties = new ArrayList<>(candidateIds);
        if (holderId != null) {
            parties.add(0, holderId);
        }
        return new LinkedHashSet<>(parties);
    }

    /** Names nobody. */
    @Override
    public String toString() {
        return "offer";
    }
}
