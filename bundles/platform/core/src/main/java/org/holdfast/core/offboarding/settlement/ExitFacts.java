package org.holdfast.core.offboarding.settlement;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.api.labour.ExitKind;
import org.jspecify.annotations.Nullable;

/** Who leaves, how and when: told by offboarding cases. Safe for use from many threads. */
@FunctionalInterface
public interface ExitFacts {

    /**
     * Returns the facts of an offboarding case.
     *
     * @param offboardingId the case
     * @return the facts; empty where there is no such case
     * @throws org.holdfast.core.platform.rest.RestException with status 409 where the case is only prepared: nothing is settled then
     */
    Optional<ExitFact> of(UUID offboardingId);

    /**
     * The facts of an offboarding case.
     *
     * @param subsidiaryId the employer
     * @param personId who leaves
     * @param kind how the employment ends
     * @param noticeDay the day on which it was said; null where nothing was said
     * @param lastDay the last day of the employment
     * @param handedOver whether the person's work was handed over
     */
    record ExitFact(
            UUID subsidiaryId,
            UUID personId,
            ExitKind kind,
            @Nullable LocalDate noticeDay,
            LocalDate lastDay,
            boolean handedOver) {}
}
