package org.holdfast.core.protection.basis;

import java.util.UUID;

/** Hears that what the use of data in a subsidiary rests on has changed, once it is committed. */
@FunctionalInterface
interface Changes {

    /**
     * Tells of a change.
     *
     * @param subsidiaryId where
     */
    void in(UUID subsidiaryId);
}
