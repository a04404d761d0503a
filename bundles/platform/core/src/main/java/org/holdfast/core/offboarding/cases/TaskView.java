package org.holdfast.core.offboarding.cases;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something an office has to do, as its reader may see it. Moments are in the time zone of the subsidiary.
 *
 * @param id the task
 * @param node its node in the flow
 * @param step what kind of step it is
 * @param office who has to do it
 * @param title what is to be done, in the reader's language
 * @param state {@code open}, {@code done} or {@code cancelled}
 * @param openedAt when it came to its office
 * @param dueOn the last day for it
 * @param overdue whether that is over
 * @param closedAt when it was done or cancelled
 * @param outcomes how it can end
 * @param outcome how it was done, null while it was not
 * @param by user name of who did it; null while nobody did, and for the person who leaves
 * @param note what was written beside it
 * @param mayDo whether the caller can do it now
 */
public record TaskView(
        String id,
        String node,
        String step,
        String office,
        String title,
        String state,
        OffsetDateTime openedAt,
        LocalDate dueOn,
        boolean overdue,
        @Nullable OffsetDateTime closedAt,
        List<String> outcomes,
        @Nullable String outcome,
        @Nullable String by,
        @Nullable String note,
        boolean mayDo) {

    /** Copies the outcomes. */
    public TaskView {
        outcomes = List.copyOf(outcomes);
    }
}
