package org.holdfast.core.offboarding.assets;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.holdfast.core.offboarding.cases.LastDays;
import org.holdfast.core.people.People;
import org.holdfast.core.people.Subsidiary;
import org.holdfast.core.platform.rest.RestException;

/**
 * What is around assets.
 *
 * @param people who works here
 * @param lastDays who leaves when
 * @param clock the time
 */
record AssetWorld(People people, LastDays lastDays, Clock clock) {

    /** Returns the moment, to the millisecond, so that every database keeps it as it is. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    LocalDate today(UUID subsidiaryId) {
        return people.subsidiary(subsidiaryId)
                .map(Subsidiary::timezone)
                .map(zone -> LocalDate.ofInstant(now(), zone))
                .orElseThrow(RestException::notFound);
    }

    DueDays dueDays() {
        return new DueDays(lastDays.all());
    }
}
