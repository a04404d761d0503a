package org.holdfast.core.knowledge;

import java.time.LocalDate;
import java.util.UUID;
import org.holdfast.api.industry.KnowledgeKind;
import org.holdfast.core.protection.Subject;
import org.jspecify.annotations.Nullable;

/**
 * Something that is handed over.
 *
 * @param of whose it is
 * @param version how often it was changed: who changes it names the version they saw
 * @param kind what kind of knowledge it is; it decides under whose key it lies, and so never changes
 * @param course how far it has come
 * @param words what it is
 * @param remark why it was given back or waived; null where it was not
 */
record KnowledgeItem(
        Of of,
        int version,
        KnowledgeKind kind,
        Course course,
        Words words,
        @Nullable Remark remark) {

    /**
     * Whose it is.
     *
     * @param id random id, chosen by whoever adds it: what is sent twice is added once
     * @param caseId the offboarding case
     * @param subsidiaryId the firm
     * @param personId who leaves; null once they were erased and what is the firm's has stayed
     * @param place its place in the list
     */
    record Of(
            UUID id,
            UUID caseId,
            UUID subsidiaryId,
            @Nullable UUID personId,
            int place) {}

    /**
     * How far it has come.
     *
     * @param state the state
     * @param mandatory whether the handover is not done without it
     * @param recipientId who gets it; null while nobody is named
     * @param dueOn until when; null while nobody has said
     */
    record Course(
            ItemState state,
            boolean mandatory,
            @Nullable UUID recipientId,
            @Nullable LocalDate dueOn) {

        Course in(ItemState other) {
            return new Course(other, mandatory, recipientId, dueOn);
        }
    }

    /**
     * What it is.
     *
     * @param code code of a template's item, empty where somebody wrote a title
     * @param title what somebody wrote, empty for a template's item
     */
    record Words(String code, String title) {

        /** Tells nothing of the firm's affairs. */
        @Override
        public String toString() {
            return "words of something that is handed over";
        }
    }

    /**
     * Why something was given back or waived.
     *
     * @param text why
     * @param by name of who said so
     */
    record Remark(String text, String by) {

        /** Names nobody. */
        @Override
        public String toString() {
            return "remark";
        }
    }

    UUID id() {
        return of.id();
    }

    /** Under whose key it lies: a recorded voice or picture is the person's, everything else the firm's. */
    Subject owner() {
        UUID person = of.personId();
        return kind == KnowledgeKind.RECORDING && person != null
                ? Subject.person(of.subsidiaryId(), person)
                : Subject.subsidiary(of.subsidiaryId());
    }

    KnowledgeItem with(Course next) {
        return new KnowledgeItem(of, version, kind, next, words, remark);
    }

    KnowledgeItem with(Words other) {
        return new KnowledgeItem(of, version, kind, course, other, remark);
    }

    KnowledgeItem moved(ItemState state, @Nullable Remark why) {
        return new KnowledgeItem(of, version, kind, course.in(state), words, why);
    }
}
