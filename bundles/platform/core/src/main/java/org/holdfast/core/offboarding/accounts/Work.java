package org.holdfast.core.offboarding.accounts;

import java.time.Instant;
import java.util.UUID;
import org.holdfast.core.protection.Subject;
import org.jspecify.annotations.Nullable;

/**
 * A row of the outbox: the search of one system for a person, or the end of one account.
 *
 * @param id its id, the key under which the system is asked at each attempt
 * @param offboardingId the case it is for
 * @param owner whose accounts
 * @param systemId the system that is asked
 * @param targetId the account; for a search the system
 * @param course how far it is
 */
record Work(UUID id, UUID offboardingId, Subject owner, UUID systemId, UUID targetId, Course course) {

    /** What is done next. */
    enum Step {
        /** The person is looked for. */
        SEARCH,
        /** The account is disabled and read at once. */
        DISABLE,
        /** The account is read again, some minutes later. */
        READ_AGAIN
    }

    /** Whether anything is still done. */
    enum State {
        /** It is tried at its time. */
        WAITING,
        /** It is done. */
        DONE,
        /** It was called off. */
        CALLED_OFF
    }

    /**
     * How far it is.
     *
     * @param step what is done next, or was done last
     * @param state whether anything is still done
     * @param dueAt before when nothing may be changed
     * @param nextAt when it is tried next
     * @param attempts counts all attempts: who claims the next one raises it
     * @param failing how it fails
     */
    record Course(Step step, State state, Instant dueAt, Instant nextAt, int attempts, Failing failing) {}

    /**
     * How it fails.
     *
     * @param tries failures since it last came further
     * @param error why the last attempt failed, null where it did not
     * @param triedAt when it was tried last, null for never
     * @param escalatedAt when people were told, null where they were not
     */
    record Failing(
            int tries,
            @Nullable String error,
            @Nullable Instant triedAt,
            @Nullable Instant escalatedAt) {
        static final Failing NOT = new Failing(0, null, null, null);

        /** It went well. */
        Failing over() {
            return new Failing(0, null, triedAt, escalatedAt);
        }

        /** It came further, and may still fail: the tries count on. */
        Failing further() {
            return new Failing(tries, null, triedAt, escalatedAt);
        }

        /** It failed once more. */
        Failing once(String why, @Nullable Instant escalated) {
            return new Failing(tries + 1, why, triedAt, escalatedAt == null ? escalated : escalatedAt);
        }
    }

    boolean waiting() {
        return course.state() == State.WAITING;
    }

    boolean search() {
        return course.step() == Step.SEARCH;
    }

    /** Returns the same with another course. */
    Work on(Step step, State state, Instant nextAt, Failing failing) {
        return new Work(
                id,
                offboardingId,
                owner,
                systemId,
                targetId,
                new Course(step, state, course.dueAt(), nextAt, course.attempts(), failing));
    }
}
