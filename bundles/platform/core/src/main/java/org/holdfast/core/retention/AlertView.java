package org.holdfast.core.retention;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.holdfast.core.people.EmployeeRow;
import org.holdfast.core.platform.rest.TellsNothing;
import org.holdfast.core.platform.rest.Told;
import org.holdfast.core.platform.rest.ToldAs;
import org.holdfast.core.platform.rest.Whom;
import org.jspecify.annotations.Nullable;

/**
 * An alert as its reader may see it.
 *
 * @param id the alert
 * @param employee whom it is about
 * @param state how far it has come
 * @param band the band
 * @param score 0 to 10; null where it may not be used any more
 * @param openedAt when it was opened; for a superior, when it was delivered
 * @param acknowledgedAt when it was taken on
 * @param acknowledgedBy name of the account that took it on
 * @param closedAt when it was closed
 * @param recipients whom it is for; a superior is told the own row alone
 * @param documents the papers, null in lists and where it was imported
 * @param imported whether it comes from a file about the time before the product: then there was no score
 */
public record AlertView(
        @TellsNothing UUID id,
        @Whom EmployeeRow employee,
        @Told("alerts") String state,
        @Told("band") String band,
        @Told("score") @Nullable Double score,
        @Told("alerts") OffsetDateTime openedAt,
        @Told("alerts") @Nullable OffsetDateTime acknowledgedAt,
        @Told("alerts") @Nullable String acknowledgedBy,
        @Told("alerts") @Nullable OffsetDateTime closedAt,
        @Told("alerts") List<RecipientView> recipients,
        @Nullable AlertDocuments documents,
        @Told("alerts") boolean imported) {

    /** Copies the recipients. */
    public AlertView {
        recipients = List.copyOf(recipients);
    }

    /**
     * Whom it is for.
     *
     * @param role {@code subsidiaryHr} or {@code lineManager}
     * @param name name of the superior, or the word for HR
     * @param deliverAt when it is due
     * @param deliveredAt when it was delivered, null before
     * @param field the field it is told as, not written
     */
    public record RecipientView(
            String role,
            String name,
            OffsetDateTime deliverAt,
            @Nullable OffsetDateTime deliveredAt,
            @ToldAs(shown = false) String field) {}
}
