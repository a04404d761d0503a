package org.holdfast.core.protection;

import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;
import org.holdfast.api.signal.DataCategory;

/**
 * Says which data about a person may be used for scoring risk. What it holds back is missing to every model: not zero,
 * not guessed, and not mentioned anywhere.
 *
 * <p>Safe for use from many threads. A run asks millions of times: it takes {@link #read} for some people at a time.
 */
@FunctionalInterface
public interface SignalGate {

    /**
     * Returns whether signals of a category may be used.
     *
     * @param subsidiaryId the person's subsidiary
     * @param personId the person
     * @param category the data category
     * @param day the day as of which they are used, in the subsidiary's time zone
     * @return true where a lawful basis is on file
     */
    boolean lets(UUID subsidiaryId, UUID personId, DataCategory category, LocalDate day);

    /**
     * Reads at once what the answers about many people rest on.
     *
     * @param subsidiaryId the subsidiary
     * @param persons whom
     * @return a gate that answers about them from memory, as it stands now; it holds everything about others back that
     *     needs a consent
     */
    default SignalGate read(UUID subsidiaryId, Collection<UUID> persons) {
        return this;
    }
}
