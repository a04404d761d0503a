package org.holdfast.core.platform.rest;

import java.util.List;
import java.util.Optional;
import org.holdfast.api.ErrorCode;
import org.holdfast.api.HoldfastException;
import org.holdfast.launcher.registry.BundleFailure;
import org.holdfast.launcher.text.Message;

/**
 * A problem before it is put into the caller's language.
 *
 * @param code its kind
 * @param status the HTTP status
 * @param detail what happened
 * @param errors what is wrong with which field
 * @param reference identity of this occurrence
 */
record Failure(ErrorCode code, int status, Detail detail, List<FieldError> errors, String reference) {

    /**
     * What happened, fit for the caller.
     *
     * @param english the exception's message; empty where the kind says it all
     * @param sentence the same by key, where the exception has it
     */
    record Detail(String english, Optional<Message> sentence) {
        static final Detail NONE = new Detail("", Optional.empty());

        static Detail of(SealState.Seal seal) {
            String key = "problem.key-ring-sealed.detail." + seal.reason().code();
            return new Detail(
                    seal.message(), Optional.of(Message.of(key, seal.names().toArray())));
        }

        static Detail of(HoldfastException exception) {
            return new Detail(
                    String.valueOf(exception.getMessage()),
                    exception instanceof BundleFailure failure ? Optional.of(failure.sentence()) : Optional.empty());
        }
    }
}
