package org.holdfast.core.offboarding.papers;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.holdfast.core.platform.rest.TellsNothing;
import org.jspecify.annotations.Nullable;

/**
 * The seal of a subsidiary. Nobody is ever told its key.
 *
 * @param subsidiaryId the subsidiary
 * @param version how often it was changed; 0 where there is none
 * @param certificate its certificate, null where there is none
 */
@TellsNothing
public record SealView(
        UUID subsidiaryId, int version, @Nullable SealCertificate certificate) {

    /**
     * The certificate of a seal.
     *
     * @param origin {@code selfSigned}, {@code certified} or {@code uploaded}
     * @param subject whom it is for
     * @param issuer who vouches for it
     * @param serial its serial number, in hexadecimal digits
     * @param fingerprint SHA-256 of the certificate, in hexadecimal digits
     * @param key kind and length of the key
     * @param from when it begins to hold
     * @param until when it ends
     * @param daysLeft whole days until then; negative once it is over
     * @param state {@code valid}, {@code soon} (it ends within 30 days), {@code over} or {@code notYet}
     */
    public record SealCertificate(
            String origin,
            String subject,
            String issuer,
            String serial,
            String fingerprint,
            String key,
            OffsetDateTime from,
            OffsetDateTime until,
            long daysLeft,
            String state) {}

    /**
     * A request for a certificate.
     *
     * @param request by PKCS #10, as PEM
     */
    @TellsNothing
    public record RequestView(String request) {}
}
