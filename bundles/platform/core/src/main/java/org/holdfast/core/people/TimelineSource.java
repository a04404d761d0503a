package org.holdfast.core.people;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Adds to the timeline of a person what another room knows, such as alerts. */
@FunctionalInterface
public interface TimelineSource {

    /**
     * Returns what the present caller may see.
     *
     * @param subsidiaryId the person's subsidiary
     * @param personId the person
     * @return items in any order
     */
    List<Item> of(UUID subsidiaryId, UUID personId);

    /**
     * A thing that happened.
     *
     * @param date its day
     * @param kind its kind, whose title is the text {@code people.timeline.<kind>}
     * @param detail more about it, may be empty
     * @param source where it is known from
     * @param field the field of {@code config/fields.csv} it is told as
     */
    record Item(LocalDate date, String kind, String detail, String source, String field) {}
}
