package org.holdfast.core.insight.effect;

import java.util.Set;
import java.util.UUID;

/**
 * Superiors whose use of the product is told together: enough of them, and nobody who is in another such team.
 *
 * @param name name of the department, or of the subsidiary for those who are left
 * @param others whether teams of their own were split off below: those who are left, then
 * @param superiors who is in it
 */
record UseTeam(String name, boolean others, Set<UUID> superiors) {

    UseTeam {
        superiors = Set.copyOf(superiors);
    }
}
