package org.holdfast.core.offboarding.settlement;

import java.util.UUID;

/** Says whose settlement finance does not have yet. Safe for use from many threads. */
@FunctionalInterface
public interface OpenSettlements {

    /**
     * Says whether the settlement of a case is still to be agreed on or to be handed to finance.
     *
     * @param offboardingId the case
     * @return false where finance has it, and where no labour rules say what is owed: then somebody's word has to do
     * @throws org.holdfast.core.platform.rest.RestException with status 409 where the case is only prepared
     */
    boolean open(UUID offboardingId);
}
