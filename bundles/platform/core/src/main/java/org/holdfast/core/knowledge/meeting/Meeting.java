package org.holdfast.core.knowledge.meeting;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The meeting about a handover.
 *
 * @param of whose it is
 * @param version how often it was changed
 * @param startsAt when it begins
 * @param minutes what is signed
 * @param digest the digest of it: a signature counts while it is over this
 * @param signers who has to sign
 */
record Meeting(Of of, int version, Instant startsAt, Minutes minutes, String digest, List<Signer> signers) {

    Meeting {
        signers = List.copyOf(signers);
    }

    /**
     * Whose it is.
     *
     * @param caseId the offboarding case
     * @param subsidiaryId the firm
     * @param personId who leaves
     */
    record Of(UUID caseId, UUID subsidiaryId, UUID personId) {}

    /**
     * Somebody who has to sign.
     *
     * @param id random id
     * @param part as what
     * @param employeeId who; null once they were erased
     * @param signatures what they have signed or refused, the latest last
     */
    record Signer(UUID id, Part part, @Nullable UUID employeeId, List<Signature> signatures) {

        Signer {
            signatures = List.copyOf(signatures);
        }

        boolean is(UUID employee) {
            return employee.equals(employeeId);
        }

        /** Says whether they have signed some minutes; who has does not refuse any more. */
        boolean signed(String digest) {
            return signatures.stream().anyMatch(one -> one.digest().equals(digest) && !one.refused());
        }

        /** Finds what they have said last to some minutes: a signature where there is one. */
        Optional<Signature> over(String digest) {
            return signatures.stream()
                    .filter(one -> one.digest().equals(digest))
                    .filter(one -> one.refused() != signed(digest))
                    .reduce((first, second) -> second);
        }

        /** Finds the last signature under minutes that were changed since. */
        Optional<Signature> outdated(String digest) {
            return signatures.stream()
                    .filter(one -> !one.refused() && !one.digest().equals(digest))
                    .reduce((first, second) -> second);
        }
    }

    /**
     * A signature or a refusal.
     *
     * @param digest over which minutes
     * @param refused whether they would not sign
     * @param at when
     * @param words why they would not; empty for a signature
     */
    record Signature(String digest, boolean refused, Instant at, String words) {

        /** Tells nothing of the words. */
        @Override
        public String toString() {
            return "signature";
        }
    }

    Meeting signedBy(List<Signer> all) {
        return new Meeting(of, version, startsAt, minutes, digest, all);
    }

    /** Says whether all have signed the minutes as they stand. */
    boolean signed() {
        return signers.stream().allMatch(signer -> signer.signed(digest));
    }
}
