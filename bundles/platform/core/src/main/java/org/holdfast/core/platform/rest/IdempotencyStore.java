package org.holdfast.core.platform.rest;

import java.util.Optional;

/** Remembers which calls were made under which idempotency key, and how they were answered. */
public interface IdempotencyStore {

    /**
     * Claims a key for a call that is about to run.
     *
     * @param id fingerprint of caller and key
     * @param fingerprint fingerprint of the call
     * @return empty where the call may run now, else what is known of the earlier one
     */
    Optional<Earlier> claim(String id, String fingerprint);

    /**
     * Keeps the answer of a call.
     *
     * @param id fingerprint of caller and key
     * @param answer the answer
     */
    void complete(String id, Answer answer);

    /**
     * Gives a key back, because the call changed nothing.
     *
     * @param id fingerprint of caller and key
     */
    void release(String id);

    /**
     * An earlier call under the same key.
     *
     * @param fingerprint fingerprint of that call
     * @param answer its answer, or empty while it is running
     */
    @SuppressWarnings("OptionalUsedAsFieldOrParameterType") // absence is the meaning here
    record Earlier(String fingerprint, Optional<Answer> answer) {}

    /**
     * An answer as it is given again.
     *
     * @param status the HTTP status
     * @param location the header {@code Location}, empty for none
     * @param tag the header {@code ETag}, empty for none
     * @param body the JSON body, empty for none
     */
    @SuppressWarnings("ArrayRecordComponent") // compared nowhere
    record Answer(int status, String location, String tag, byte[] body) {}
}
