package org.holdfast.core.protection.basis;

import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.holdfast.api.signal.DataCategory;
import org.holdfast.api.signal.Purpose;
import org.holdfast.core.protection.Subject;

/** What people have agreed to. Safe for use from many threads. */
public interface ConsentLedger {

    /**
     * Returns whether a person had agreed to something on a day.
     *
     * @param person the person
     * @param category the data
     * @param purpose what it is used for
     * @param day the day, in the subsidiary's time zone
     * @return true where a consent is valid on that day
     */
    boolean granted(Subject person, DataCategory category, Purpose purpose, LocalDate day);

    /**
     * Returns all that a person had agreed to on a day.
     *
     * @param person the person
     * @param purpose what it is used for
     * @param day the day, in the subsidiary's time zone
     * @return the data of which a consent is valid on that day
     */
    default Set<DataCategory> granted(Subject person, Purpose purpose, LocalDate day) {
        Set<DataCategory> granted = EnumSet.noneOf(DataCategory.class);
        for (DataCategory category : DataCategory.values()) {
            if (granted(person, category, purpose, day)) {
                granted.add(category);
            }
        }
        return granted;
    }

    /**
     * Reads what many people of a subsidiary have agreed to at once.
     *
     * @param subsidiaryId the subsidiary
     * @param persons whom
     * @return answers about them from memory, as it stands now; about others it says that nothing was granted
     */
    ConsentLedger read(UUID subsidiaryId, Collection<UUID> persons);
}
