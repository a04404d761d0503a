package org.holdfast.core.people;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Takes cases from before the product. The room that keeps cases provides it as a CDI bean, the room that reads files uses it.
 * Safe for use from many threads.
 */
public interface PastCases {

    /**
     * What holds for the cases of a subsidiary.
     *
     * @param causes what a talk can have been about
     * @param since the first day from which alerts are kept by the rule book, null where it names no period
     */
    record Rules(Set<String> causes, @Nullable LocalDate since) {

        /** Copies the causes. */
        public Rules {
            causes = Set.copyOf(causes);
        }
    }

    /**
     * Returns what holds for a subsidiary.
     *
     * @param subsidiaryId the subsidiary
     * @return its rules as of today
     */
    Rules rules(UUID subsidiaryId);

    /**
     * Returns since when the product has had alerts of its own about people: from that day on a case is none from before.
     *
     * @param persons whom
     * @return the day of the first alert; nobody without one is in it
     */
    Map<UUID, LocalDate> alertedSince(Collection<UUID> persons);

    /**
     * Takes cases, in the transaction under way. One that is new stands as a closed alert with its closed case, talk and outcome.
     * One that is known and says something else is corrected by a further talk or outcome; one that says what it, or an earlier
     * version of it, said already changes nothing. Nobody is told.
     *
     * @param cases cases that were checked
     * @return how many were new or corrected
     */
    int take(List<PastCase> cases);
}
