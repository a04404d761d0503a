package org.holdfast.core.privacy.transfer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The permission to let data about single people leave a subsidiary (PIPL Art. 38 and 39, GDPR Art. 46). It is signed by a
 * data-protection officer and by another person, and never changed: whoever needs another signs another.
 *
 * @param id its id
 * @param subsidiaryId whose data
 * @param country where to, ISO 3166-1
 * @param mechanism code of the mechanism of the subsidiary's rule book
 * @param sensitive whether it is for sensitive data, too
 * @param grounds what it rests on
 * @param validTo last day
 * @param signatures who signed, and whether it was taken back
 */
record TransferPermit(
        UUID id,
        UUID subsidiaryId,
        String country,
        String mechanism,
        boolean sensitive,
        Grounds grounds,
        LocalDate validTo,
        Signatures signatures) {

    /**
     * What a permit rests on.
     *
     * @param evidence SHA-256 of the contract, certificate or decision, 64 hexadecimal digits
     * @param assessmentId the impact assessment that covers it (PIPL Art. 55)
     * @param noticeId the notice that tells people of it (PIPL Art. 39)
     */
    record Grounds(String evidence, UUID assessmentId, UUID noticeId) {}

    /**
     * Who signed.
     *
     * @param officer the data-protection officer's account
     * @param at when the officer signed
     * @param second the second person's account, null before that person signed
     * @param secondAt when that was
     * @param revokedAt when it was taken back, null where it was not
     */
    record Signatures(
            UUID officer,
            Instant at,
            @Nullable UUID second,
            @Nullable Instant secondAt,
            @Nullable Instant revokedAt) {}
}
