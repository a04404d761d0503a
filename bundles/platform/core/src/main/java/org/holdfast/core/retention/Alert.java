package org.holdfast.core.retention;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A score that crossed a threshold and wants a human, or what somebody noticed before the product did: the part that stands in
 * plain columns.
 *
 * @param id random, so that it does not tell when the alert was opened
 * @param subsidiaryId the person's subsidiary
 * @param personId the person
 * @param scoreId the score that crossed; null where it was imported, and no score was
 * @param asOf as of which day it crossed, or somebody noticed
 * @param state how far it has come
 * @param times when it was opened, taken on and closed
 * @param recipients whom it is for
 */
public record Alert(
        UUID id,
        UUID subsidiaryId,
        UUID personId,
        @Nullable UUID scoreId,
        LocalDate asOf,
        AlertState state,
        Times times,
        List<Recipient> recipients) {

    /** Copies the recipients. */
    public Alert {
        recipients = List.copyOf(recipients);
    }

    /**
     * When it changed its state.
     *
     * @param openedAt when it was opened
     * @param acknowledgedAt when it was taken on, null before
     * @param closedAt when it was closed, null before
     */
    public record Times(
            Instant openedAt,
            @Nullable Instant acknowledgedAt,
            @Nullable Instant closedAt) {}

    /**
     * Says whether it comes from a file about the time before the product.
     *
     * @return true where no score led to it
     */
    public boolean imported() {
        return scoreId == null;
    }

    Optional<Recipient> recipient(Recipient.Role role) {
        return recipients.stream().filter(recipient -> recipient.role() == role).findFirst();
    }

    /**
     * Returns the superior it is for, once it has been delivered.
     *
     * @return the superior among the recipients, or empty
     */
    public Optional<Recipient> deliveredManager() {
        return recipient(Recipient.Role.MANAGER).filter(manager -> manager.deliveredAt() != null);
    }
}
