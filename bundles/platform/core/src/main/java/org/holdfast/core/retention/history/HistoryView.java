package org.holdfast.core.retention.history;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.holdfast.core.platform.rest.ToldAs;
import org.holdfast.core.platform.rest.Whom;
import org.jspecify.annotations.Nullable;

/**
 * What was done to keep somebody before, and what it bought.
 *
 * @param employeeId the person
 * @param items newest first
 */
public record HistoryView(@Whom UUID employeeId, List<Line> items) {

    /** Copies the list. */
    public HistoryView {
        items = List.copyOf(items);
    }

    /**
     * A line of the history.
     *
     * @param date its day
     * @param kind {@code resignationRaised}, {@code raiseRequest}, {@code alert}, {@code exit}, {@code talk},
     *     {@code counterOffer}, {@code payChange}, {@code promotion}, {@code transfer}, {@code action}, {@code planAction}
     * @param title its title in the reader's language
     * @param code the intent of a talk, the kind of an action of a plan, else empty
     * @param detail more about it, may be empty
     * @param percent by how many percent the pay rose, null where not known
     * @param amount an amount in the currency of the pay, null where not known
     * @param heldDays for how many days no sign followed, null for what was not done to keep anybody
     * @param heldUntil the sign that followed: a kind, {@code scoreHigh}, or {@code now} where none has
     * @param field the field it is told as, not written
     */
    public record Line(
            LocalDate date,
            String kind,
            String title,
            String code,
            String detail,
            @Nullable Double percent,
            @Nullable Double amount,
            @Nullable Long heldDays,
            @Nullable String heldUntil,
            @ToldAs(shown = false) String field) {}
}
