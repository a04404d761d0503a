package org.holdfast.core.platform.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.holdfast.api.HoldfastException;

/** A call that is answered with a problem. */
public final class RestException extends HoldfastException {
    private static final long serialVersionUID = 1L;

    private final transient List<FieldError> errors;
    private final long retryAfterSeconds;

    private RestException(StatusCode code, String message, List<FieldError> errors, long retryAfterSeconds) {
        super(code, message);
        this.errors = new ArrayList<>(errors);
        this.retryAfterSeconds = retryAfterSeconds;
    }

    /**
     * Creates a failure of a kind.
     *
     * @param code the kind
     * @param message what happened and what to do, in English; no personal data
     * @return the failure
     */
    public static RestException of(StatusCode code, String message) {
        return new RestException(code, message, List.of(), -1);
    }

    /**
     * Creates the answer for what is not there or may not be seen: the two cannot be told apart.
     *
     * @return a failure with status 404
     */
    public static RestException notFound() {
        return of(RestError.NOT_FOUND, "There is no such thing, or you may not see it.");
    }

    /**
     * Creates the answer for wrong fields.
     *
     * @param errors what is wrong
     * @return a failure with status 400
     */
    public static RestException invalid(List<FieldError> errors) {
        return new RestException(RestError.INVALID_REQUEST, "Fields of the request are wrong.", errors, -1);
    }

    /**
     * Creates the answer for one wrong field.
     *
     * @param field path of the field
     * @param code what is wrong
     * @return a failure with status 400
     */
    public static RestException invalid(String field, String code) {
        return invalid(List.of(FieldError.of(field, code)));
    }

    /**
     * Creates the answer for a caller who has to wait.
     *
     * @param code the kind
     * @param message what happened, in English
     * @param seconds how long to wait, at least 1
     * @return the failure, answered with {@code Retry-After}
     */
    public static RestException later(StatusCode code, String message, long seconds) {
        return new RestException(code, message, List.of(), Math.max(1, seconds));
    }

    /**
     * Returns what is wrong, field by field.
     *
     * @return the errors, empty where no field is wrong
     */
    public List<FieldError> errors() {
        return List.copyOf(errors);
    }

    OptionalLong retryAfterSeconds() {
        return retryAfterSeconds < 0 ? OptionalLong.empty() : OptionalLong.of(retryAfterSeconds);
    }
}
