package org.holdfast.core.knowledge;

import java.util.UUID;

/** Says whether the minutes of a handover's meeting are signed by all who have to. Safe for use from many threads. */
@FunctionalInterface
public interface SignedMeetings {

    /**
     * Says whether all have signed.
     *
     * @param caseId the offboarding case
     * @return false, too, where there is no meeting
     */
    boolean signed(UUID caseId);
}
