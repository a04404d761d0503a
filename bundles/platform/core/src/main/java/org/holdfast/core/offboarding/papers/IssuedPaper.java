package org.holdfast.core.offboarding.papers;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A paper that was issued. Its file is kept as it was, whatever comes afterwards.
 *
 * @param id random id, chosen by whoever issued it: what is sent twice is issued once
 * @param of whom it is for
 * @param number its number
 * @param replaced whether another one has taken its place
 * @param issuedAt when
 * @param content what is known of it; sealed under the person's key
 */
record IssuedPaper(UUID id, Of of, SerialNumber number, boolean replaced, Instant issuedAt, Content content) {

    /**
     * Whom a paper is for.
     *
     * @param caseId the offboarding case
     * @param subsidiaryId the employer
     * @param personId who leaves
     */
    record Of(UUID caseId, UUID subsidiaryId, UUID personId) {}

    /**
     * The number of a paper among those of a subsidiary in a year, without a gap.
     *
     * @param year the year
     * @param count 1 for the first
     */
    record SerialNumber(int year, int count) {}

    /**
     * What is known of a paper.
     *
     * @param code its number as it stands on it
     * @param by user name of who issued it
     * @param languages tags of its languages, in their order
     * @param reasonTold whether it says how the employment ended, because the person wished so
     * @param replaces the paper whose place it takes, null for none
     * @param sha256 fingerprint of the file, in hexadecimal digits
     */
    record Content(
            String code,
            String by,
            List<String> languages,
            boolean reasonTold,
            @Nullable UUID replaces,
            String sha256) {

        Content {
            languages = List.copyOf(languages);
        }
    }
}
