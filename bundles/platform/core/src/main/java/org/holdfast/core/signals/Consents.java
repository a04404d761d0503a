package org.holdfast.core.signals;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.holdfast.api.signal.DataCategory;
import org.holdfast.api.signal.Purpose;
import org.holdfast.core.protection.Subject;
import org.jspecify.annotations.Nullable;

/** What people have agreed to. Kept sealed under the person's key. Safe for use from many threads. */
public interface Consents {

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
     * Returns all consents of a person, withdrawn ones included.
     *
     * @param person the person
     * @return by first day
     */
    List<Consent> of(Subject person);

    /**
     * Returns all consents of many people of a subsidiary, read at once.
     *
     * @param subsidiaryId the subsidiary
     * @param persons whom
     * @return by person, in no particular order; who has never agreed to anything is absent
     */
    Map<UUID, List<Consent>> of(UUID subsidiaryId, Collection<UUID> persons);

    /**
     * Keeps a consent. One of the same category, purpose and first day is replaced.
     *
     * @param person the person, whose keys have been prepared
     * @param consent the consent
     * @return false where exactly this consent was there already
     */
    boolean put(Subject person, Consent consent);

    /**
     * A consent.
     *
     * @param category the data
     * @param purpose what it is used for
     * @param from first day
     * @param to last day, null where it was not withdrawn
     */
    record Consent(
            DataCategory category,
            Purpose purpose,
            LocalDate from,
            @Nullable LocalDate to) {

        boolean covers(DataCategory wanted, Purpose use, LocalDate day) {
            return category == wanted && purpose == use && !day.isBefore(from) && (to == null || !day.isAfter(to));
        }
    }
}
