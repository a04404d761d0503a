package org.holdfast.core.retention.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A talk somebody had with the person of a case. It is recorded once and never changed: a mistake is corrected by a further one.
 *
 * @param id random id
 * @param caseId the case
 * @param key made by who sends it, so that a request that is sent twice is taken once
 * @param recordedAt when it was recorded
 * @param corrects the talk it corrects, null for one that corrects none
 * @param words what was said; sealed in the database
 */
record Talk(
        UUID id,
        UUID caseId,
        UUID key,
        Instant recordedAt,
        @Nullable UUID corrects,
        Words words) {

    /**
     * What is sealed.
     *
     * @param heldOn the day of the talk
     * @param intent whether the person means to leave
     * @param causes codes of needs, or {@code other}
     * @param text what was said, may be empty
     * @param nextStep what was agreed, may be empty
     * @param by who held it
     */
    record Words(LocalDate heldOn, Intent intent, List<String> causes, String text, String nextStep, By by) {

        /** Copies the causes. */
        Words {
            causes = List.copyOf(causes);
        }
    }

    /**
     * Who held a talk.
     *
     * @param account id of the account
     * @param name its name
     * @param hr whether they held it as HR
     */
    record By(String account, String name, boolean hr) {}

    /** Whether somebody means to leave. */
    enum Intent {
        /** They said so. */
        CONFIRMED("confirmed"),
        /** They said that they do not. */
        DENIED("denied"),
        /** They did not say. */
        UNDECLARED("undeclared");

        private final String code;

        Intent(String code) {
            this.code = code;
        }

        /** Returns the word used in the API. */
        String code() {
            return code;
        }

        static Optional<Intent> ofCode(@Nullable String code) {
            return Arrays.stream(values())
                    .filter(intent -> intent.code.equals(code))
                    .findFirst();
        }
    }
}
