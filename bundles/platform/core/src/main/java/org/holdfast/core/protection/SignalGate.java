package org.holdfast.core.protection;

import java.time.LocalDate;
import java.util.UUID;
import org.holdfast.api.signal.DataCategory;

/**
 * Says which data about a person may be used for scoring risk. What it holds back is missing to every model: not zero,
 * not guessed, and not mentioned anywhere.
 *
 * <p>Safe for use from many threads; asked millions of times in a run, so it must answer from memory.
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
}
