package org.holdfast.core.offboarding.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.holdfast.api.labour.ExitKind;
import org.holdfast.core.offboarding.preparation.Preparation;
import org.jspecify.annotations.Nullable;

/**
 * The case of somebody who leaves.
 *
 * @param id random id, chosen by whoever began it: what is sent twice begins once
 * @param subsidiaryId the person's subsidiary
 * @param personId who leaves
 * @param version how often it was changed: who changes it names the version they saw
 * @param course how far it has come
 * @param content why and how; sealed under the person's key
 */
record Offboarding(UUID id, UUID subsidiaryId, UUID personId, int version, Course course, Content content) {

    /**
     * How far it has come. Days are those of the subsidiary.
     *
     * @param state the state
     * @param noticeOn the day notice was given, or of what takes its place
     * @param lastDay the last day of employment
     * @param startedAt when the case began
     * @param endedAt when its flow ended or it was taken back, null before
     * @param leftOn the last day as it was entered in the person's record, null before the person has left
     */
    record Course(
            OffboardingState state,
            LocalDate noticeOn,
            LocalDate lastDay,
            Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable LocalDate leftOn) {

        Course until(LocalDate other) {
            return new Course(state, noticeOn, other, startedAt, endedAt, leftOn);
        }

        Course ended(OffboardingState how, Instant at) {
            return new Course(how, noticeOn, lastDay, startedAt, at, leftOn);
        }
    }

    /**
     * Why and how.
     *
     * @param kind how the employment ends
     * @param by who began the case
     * @param reason a code of {@link LeaveReason}, empty where nobody has said
     * @param note more about it in words, may be empty
     * @param evidence the lawful event on file, null where the kind needs none
     * @param chain all that the law asks to be shown where one paper does not do, in its order; empty for other kinds
     */
    record Content(
            ExitKind kind,
            By by,
            String reason,
            String note,
            @Nullable Evidence evidence,
            List<Preparation.Evidence> chain) {

        /** Copies the chain; cases that began before there was one have none. */
        Content {
            chain = chain == null ? List.of() : List.copyOf(chain);
        }

        /** Names nobody. */
        @Override
        public String toString() {
            return "content of an offboarding case";
        }
    }

    /**
     * A lawful event on file, such as a notice that was served.
     *
     * @param reference where it is found: number or title of the document
     * @param on its day
     */
    record Evidence(String reference, LocalDate on) {

        /** Tells nothing of what is on file. */
        @Override
        public String toString() {
            return "evidence";
        }
    }

    /**
     * Who did something.
     *
     * @param account random id of the account
     * @param name its user name
     * @param self whether it was the person who leaves
     */
    record By(String account, String name, boolean self) {}

    boolean running() {
        return course.state() == OffboardingState.RUNNING;
    }

    Offboarding with(Course next) {
        return new Offboarding(id, subsidiaryId, personId, version, next, content);
    }

    Offboarding with(Content other) {
        return new Offboarding(id, subsidiaryId, personId, version, course, other);
    }
}
