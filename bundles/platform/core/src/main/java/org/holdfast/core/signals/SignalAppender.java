package org.holdfast.core.signals;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Adds facts about many people. It remembers how far each source reached when it was opened, and looks only at what
 * may overlap with that. For one thread, and one file.
 */
public interface SignalAppender {

    /**
     * Adds facts, in the transaction under way or one of its own.
     *
     * @param arrivals what became known, per person; their keys have been prepared
     * @return what became of them
     */
    Outcome append(Map<UUID, List<Arrival>> arrivals);

    /**
     * A fact on its way in.
     *
     * @param fact the fact; where {@code knownAtSaid} is false its moment is the one its date implies
     * @param knownAtSaid whether the source said when it was known. Where it did not and the fact corrects another,
     *     the correction is known from now on.
     */
    record Arrival(Fact fact, boolean knownAtSaid) {}

    /**
     * What became of facts.
     *
     * @param added how many were new or corrections
     * @param unchanged how many were there already
     * @param persons about whom something was new
     */
    record Outcome(int added, int unchanged, Set<UUID> persons) {

        /** Copies the set. */
        public Outcome {
            persons = Set.copyOf(persons);
        }
    }
}
