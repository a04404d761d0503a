package org.holdfast.core.privacy;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.holdfast.core.platform.rest.TellsNothing;
import org.holdfast.core.platform.rest.Told;
import org.holdfast.core.platform.rest.Where;
import org.holdfast.core.platform.rest.Whom;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who was flagged, then dismissed, as the data-protection officer sees it.
 *
 * @param id its id
 * @param employeeId random id of the person
 * @param employeeName the person's name, null once the person was erased
 * @param subsidiaryId the person's subsidiary
 * @param noticedAt when the product noticed it
 * @param flaggedOn day on which the last alert before was opened
 * @param leftOn the person's last day
 * @param leaveReason the reason as the employer gave it, may be empty
 * @param toldManager whether a superior had got the alert
 * @param settledAt when an officer said what it was, null while nobody has
 * @param finding what the officer found, null while nobody has
 */
public record DismissalView(
        @TellsNothing UUID id,
        @Whom UUID employeeId,
        @Told("name") @Nullable String employeeName,
        @Where UUID subsidiaryId,
        @Told("dismissals") OffsetDateTime noticedAt,
        @Told("dismissals") LocalDate flaggedOn,
        @Told("dismissals") LocalDate leftOn,
        @Told("dismissals") String leaveReason,
        @Told("dismissals") boolean toldManager,
        @Told("dismissals") @Nullable OffsetDateTime settledAt,
        @Told("dismissals") @Nullable FindingView finding) {

    /**
     * What an officer found.
     *
     * @param outcome {@code unrelated} where the dismissal had nothing to do with the score, else {@code misuse}
     * @param text how that is known and what was done
     * @param by name of the officer
     */
    public record FindingView(String outcome, String text, String by) {}
}
