package org.holdfast.core.access;

import java.util.Optional;
import java.util.UUID;

/** Which subsidiary has which code. The room of people implements it. */
public interface SubsidiaryCodes {

    /**
     * Finds a subsidiary.
     *
     * @param code its code in files
     * @return its id, or empty where there is none
     */
    Optional<UUID> find(String code);
}
