package org.holdfast.core.offboarding.settlement;

import java.util.UUID;
import org.holdfast.core.access.Visibility;

/** Says who acts for finance in a case: told by offboarding cases. Safe for use from many threads. */
@FunctionalInterface
public interface FinanceOffice {

    /**
     * Says whether a task of finance would be the caller's.
     *
     * @param offboardingId the case
     * @param caller who calls
     * @return false also where there is no such case
     */
    boolean acts(UUID offboardingId, Visibility caller);
}
