package org.holdfast.core.protection.basis;

import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
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
     * @return true where a lawful basis holds for that day and holds now
     */
    boolean lets(UUID subsidiaryId, UUID personId, DataCategory category, LocalDate day);

    /**
     * Returns the categories whose signals may be used.
     *
     * @param subsidiaryId the person's subsidiary
     * @param personId the person
     * @param day the day as of which they are used, in the subsidiary's time zone
     * @return those that {@link #lets} lets through, for the caller to keep
     */
    default Set<DataCategory> categories(UUID subsidiaryId, UUID personId, LocalDate day) {
        Set<DataCategory> open = EnumSet.noneOf(DataCategory.class);
        for (DataCategory category : DataCategory.values()) {
            if (lets(subsidiaryId, personId, category, day)) {
                open.add(category);
            }
        }
        return open;
    }

    /**
     * Returns whether a person may be scored at all.
     *
     * @param subsidiaryId the person's subsidiary
     * @param personId the person
     * @return false where the person has not been told about the scoring
     */
    default boolean mayScore(UUID subsidiaryId, UUID personId) {
        return true;
    }

    /**
     * Returns who is not scored only until an objection of theirs is answered.
     *
     * @param subsidiaryId the subsidiary
     * @return random ids of people
     */
    default Set<UUID> suspended(UUID subsidiaryId) {
        return Set.of();
    }

    /**
     * Returns the gate as it will be once the objections that wait are refused or taken back: what it holds back is deleted,
     * what is only suspended is not.
     *
     * @return a gate that lets through at least as much
     */
    default SignalGate unsuspended() {
        return this;
    }

    /**
     * Reads at once what the answers about many people rest on.
     *
     * @param subsidiaryId the subsidiary
     * @param persons whom
     * @return a gate that answers about them from memory, as it stands now; it holds everything about others back
     */
    default SignalGate read(UUID subsidiaryId, Collection<UUID> persons) {
        return this;
    }
}
