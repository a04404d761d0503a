package org.holdfast.core.protection.basis;

import java.util.UUID;
import org.holdfast.api.signal.DataCategory;

/**
 * Says whether somebody may be asked to agree. A consent is asked for only where it is lawful and leads to something: where the
 * rule book takes it as a basis and one is on file, the person was told, an assessment covers the data, and no objection stands
 * (PIPL Art. 14, GDPR Art. 7). Safe for use from many threads.
 */
@FunctionalInterface
public interface ConsentOffers {

    /**
     * Returns whether a consent, and it alone, would open data of a category for retention today.
     *
     * @param subsidiaryId the person's subsidiary
     * @param personId the person
     * @param category the data category
     * @return false where the consent must not be asked for; whether it was given already does not count
     */
    boolean asks(UUID subsidiaryId, UUID personId, DataCategory category);
}
