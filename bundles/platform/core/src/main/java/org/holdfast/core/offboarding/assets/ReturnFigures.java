package org.holdfast.core.offboarding.assets;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What had to come back, for figures: not from whom by name, and not what it was. Of people who were erased, nothing. Safe for use
 * from many threads.
 */
public interface ReturnFigures {

    /**
     * Returns what was due in a subsidiary until today.
     *
     * @param subsidiaryId the subsidiary
     * @return one for each thing and person
     */
    List<ReturnFigure> of(UUID subsidiaryId);

    /**
     * Something that had to come back.
     *
     * @param personId from whom
     * @param dueOn by which day
     * @param onTime whether it did by then
     */
    record ReturnFigure(UUID personId, LocalDate dueOn, boolean onTime) {}
}
