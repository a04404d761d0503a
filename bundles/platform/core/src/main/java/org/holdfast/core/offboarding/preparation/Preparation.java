package org.holdfast.core.offboarding.preparation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.holdfast.api.labour.EvidenceKind;
import org.jspecify.annotations.Nullable;

/**
 * A handover that is prepared before anybody has said that they leave. It has no last day and no kind of ending: it is no case, and
 * nothing that takes a case takes it.
 *
 * @param id random id, chosen by whoever began it; a case that begins from it has the same
 * @param subsidiaryId the person's subsidiary
 * @param personId whose handover is prepared
 * @param version how often it was changed: who changes it names the version they saw
 * @param course how far it has come
 * @param content why, and what was done; sealed under the person's key
 */
public record Preparation(UUID id, UUID subsidiaryId, UUID personId, int version, Course course, Content content) {

    /**
     * How far it has come.
     *
     * @param state the state
     * @param startedAt when it began
     * @param endedAt when it was revoked or a case began from it, null before
     */
    record Course(
            PreparationState state,
            Instant startedAt,
            @Nullable Instant endedAt) {}

    /**
     * Why, and what was done.
     *
     * @param by who began it
     * @param why a code of {@link PreparationWhy}
     * @param note more in words, for HR alone; may be empty
     * @param wantedOn the day the firm has in mind, which binds nobody; null for none
     * @param steps codes of {@link PreparationStep} that are done, with when
     * @param evidence what was collected, in the order it was entered; nothing of it is changed
     */
    record Content(
            By by,
            String why,
            String note,
            @Nullable LocalDate wantedOn,
            Map<String, Instant> steps,
            List<Evidence> evidence) {

        /** Copies. */
        Content {
            steps = Map.copyOf(steps);
            evidence = List.copyOf(evidence);
        }

        /** Names nobody. */
        @Override
        public String toString() {
            return "content of a preparation";
        }
    }

    /**
     * Who did something.
     *
     * @param account random id of the account
     * @param name its user name
     */
    record By(String account, String name) {

        /** Names nobody. */
        @Override
        public String toString() {
            return "somebody";
        }
    }

    /**
     * A piece of evidence.
     *
     * @param kind what it shows, a code of {@link EvidenceKind}
     * @param reference where it is found, such as the number of a file; 1 to 200 characters
     * @param on its day
     */
    public record Evidence(String kind, String reference, LocalDate on) {

        /** Tells nothing of what is on file. */
        @Override
        public String toString() {
            return "evidence";
        }
    }

    boolean goesOn() {
        return course.state() == PreparationState.GOING_ON;
    }

    Preparation with(Content other) {
        return new Preparation(id, subsidiaryId, personId, version, course, other);
    }

    Preparation ended(PreparationState how, Instant at) {
        return new Preparation(id, subsidiaryId, personId, version, new Course(how, course.startedAt(), at), content);
    }
}
