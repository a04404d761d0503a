package org.holdfast.core.protection.rights;

import java.util.List;
import org.holdfast.core.protection.Subject;

/**
 * A section of the answer to "what do you hold about me" (PIPL Art. 45, GDPR Art. 15 and 20). Every room that holds
 * something about people provides one as a CDI bean, and withholds nothing. Safe for use from many threads.
 */
public interface PersonRecords {

    /**
     * Returns what the section is about.
     *
     * @return a code with a text under {@code record.section.}
     */
    String section();

    /**
     * Returns everything the section holds.
     *
     * @param person the person
     * @param language tag of an existing language, for what is put into words
     * @return oldest first; empty where there is nothing
     */
    List<RecordItem> of(Subject person, String language);
}
