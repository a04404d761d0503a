package org.holdfast.core.retention;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody about whom an alert was opened and whom the employer dismissed within a year of it. That may be chance, or the
 * score was used for what it must not be used for (PIPL Art. 6, GDPR Art. 5(1)(b)): a data-protection officer finds out
 * which.
 *
 * @param id random id
 * @param subsidiaryId the person's subsidiary
 * @param personId the person
 * @param alertId the last alert before the person left; it may have been deleted since
 * @param noticedAt when the product noticed it
 * @param settledAt when an officer said what was found, null while nobody has
 * @param facts what is known about it
 * @param finding what the officer found, null while nobody has looked
 */
public record Dismissal(
        UUID id,
        UUID subsidiaryId,
        UUID personId,
        UUID alertId,
        Instant noticedAt,
        @Nullable Instant settledAt,
        Facts facts,
        @Nullable Finding finding) {

    /**
     * What is known, as it was when it was noticed.
     *
     * @param flaggedOn day on which the alert was opened, in the subsidiary's time zone
     * @param leftOn the person's last day
     * @param leaveReason the reason as the employer gave it, may be empty
     * @param toldManager whether a superior had got the alert
     */
    public record Facts(LocalDate flaggedOn, LocalDate leftOn, String leaveReason, boolean toldManager) {}

    /**
     * What an officer found.
     *
     * @param outcome what it was
     * @param text how that is known and what was done, 1 to 4,000 characters
     * @param by name of the officer
     */
    public record Finding(Outcome outcome, String text, String by) {}

    /** What it was. */
    public enum Outcome {
        /** The dismissal had nothing to do with the score. */
        UNRELATED("unrelated"),
        /** The score was used for it. */
        MISUSE("misuse");

        private final String code;

        Outcome(String code) {
            this.code = code;
        }

        /**
         * Returns the word used in the API.
         *
         * @return the code
         */
        public String code() {
            return code;
        }
    }

    /** Says whether nobody has said yet what it was. */
    public boolean pending() {
        return finding == null;
    }
}
