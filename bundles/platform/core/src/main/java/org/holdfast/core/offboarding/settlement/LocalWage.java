package org.holdfast.core.offboarding.settlement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What people of a place earn on average in a month, as its authority made it known.
 *
 * @param id its id
 * @param country ISO 3166 code of two letters
 * @param place name of the place, as written by who entered it
 * @param span for which last days it holds
 * @param average average wage of a month
 * @param minimum lowest lawful wage of a month; null where nobody entered it
 * @param source where it was made known
 */
record LocalWage(
        UUID id,
        String country,
        String place,
        Span span,
        BigDecimal average,
        @Nullable BigDecimal minimum,
        String source) {

    /**
     * For which last days a wage holds.
     *
     * @param from the first
     * @param until the last
     */
    record Span(LocalDate from, LocalDate until) {
        boolean holds(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(until);
        }

        boolean overlaps(Span other) {
            return !other.until.isBefore(from) && !other.from.isAfter(until);
        }
    }
}
