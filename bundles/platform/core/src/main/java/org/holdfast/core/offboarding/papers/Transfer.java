package org.holdfast.core.offboarding.papers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where the personnel archive and the social insurance of who leaves went.
 *
 * @param of whom it is about
 * @param version how often it was changed: who changes it names the version they saw; 0 where nothing was noted
 * @param content what was noted; sealed under the person's key
 */
record Transfer(IssuedPaper.Of of, int version, Content content) {

    /** How far a transfer is. */
    enum State {
        /** Nobody has noted anything. */
        OPEN("open"),
        /** It was sent. */
        SENT("sent"),
        /** There is none to send. */
        NONE("none");

        private final String code;

        State(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }

        static Optional<State> ofCode(String code) {
            return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst();
        }
    }

    /**
     * What was noted of one of the two.
     *
     * @param state how far it is
     * @param on the day it was sent, null where it was not
     * @param office who received it, empty where it was not sent
     * @param reference under what it is found there, may be empty
     * @param reason why there is none to send, empty otherwise
     */
    record Part(State state, @Nullable LocalDate on, String office, String reference, String reason) {
        static final Part OPEN = new Part(State.OPEN, null, "", "", "");

        /** Tells nothing of anybody. */
        @Override
        public String toString() {
            return state.code;
        }
    }

    /**
     * What was noted.
     *
     * @param archive of the personnel archive
     * @param insurance of the social insurance
     * @param by user name of who noted it last
     * @param at when
     */
    record Content(Part archive, Part insurance, String by, Instant at) {
        boolean done() {
            return archive.state() != State.OPEN && insurance.state() != State.OPEN;
        }
    }

    static Transfer none(UUID caseId, UUID subsidiaryId, UUID personId) {
        return new Transfer(
                new IssuedPaper.Of(caseId, subsidiaryId, personId),
                0,
                new Content(Part.OPEN, Part.OPEN, "", Instant.EPOCH));
    }
}
