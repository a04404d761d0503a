package org.holdfast.core.signals;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.holdfast.core.protection.Subject;

/**
 * Everything dated that is known about people, sealed.
 *
 * <p>The identity of a fact is person + signal + date + source. A fact that is there already changes nothing. A fact
 * with the identity of another and another value or text is a correction: both are kept, and whoever reads as of a
 * moment takes the one that was known last by then ({@link FactHistory}). Two occurrences on one day from one source
 * share their identity, so a source adds them up or names itself apart. Safe for use from many threads.
 */
public interface SignalStore {

    /**
     * Adds facts about a person, in the transaction under way or one of its own.
     *
     * @param person the person, whose keys have been prepared
     * @param facts what became known
     * @return how many were new
     */
    int append(Subject person, List<Fact> facts);

    /**
     * Opens a way to add facts about many people of a subsidiary fast.
     *
     * @param subsidiaryId the subsidiary
     * @return an appender for one thread
     */
    SignalAppender appender(UUID subsidiaryId);

    /**
     * Reads what is known about a person, corrections with their forerunners.
     *
     * @param person the person
     * @param fromDay first day
     * @return by date, then by the moment it was known
     */
    List<Fact> read(Subject person, LocalDate fromDay);

    /**
     * Reads what is known about many people of a subsidiary, a few at a time.
     *
     * @param subsidiaryId the subsidiary
     * @param persons whom
     * @param fromDay first day
     * @param action called once for each person in the given order, on the calling thread, with facts sorted as
     *     {@link #read} does; the list is empty where nothing is known
     */
    void readAll(UUID subsidiaryId, Collection<UUID> persons, LocalDate fromDay, BiConsumer<UUID, List<Fact>> action);

    /**
     * Destroys facts about a person, in the transaction under way or one of its own, as when a consent they rest on is withdrawn.
     *
     * @param person the person, whose keys have been prepared
     * @param which picks the facts; it is asked about each
     * @return how many there were
     * @throws IllegalStateException where somebody else wrote about the person at the same time: nothing was destroyed
     */
    int remove(Subject person, Predicate<Fact> which);

    /**
     * Moves what has been added lately into the blocks. Runs in short transactions of its own and may be stopped and
     * started again at any time.
     *
     * @param subsidiaryId the subsidiary
     */
    void compact(UUID subsidiaryId);

    /**
     * Returns how fresh each source is.
     *
     * @param subsidiaryId the subsidiary
     * @return by signal, then source
     */
    List<Freshness> freshness(UUID subsidiaryId);
}
