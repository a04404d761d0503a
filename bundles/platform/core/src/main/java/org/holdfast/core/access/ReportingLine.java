package org.holdfast.core.access;

import java.util.UUID;

/** Who leads whom. The room of people implements it. */
public interface ReportingLine {

    /**
     * Says whether one person is another's superior, directly or through others.
     *
     * @param managerPersonId the person who may be the superior
     * @param personId the person who may be led
     * @return false for the same person and for people who are not known
     */
    boolean leads(UUID managerPersonId, UUID personId);
}
