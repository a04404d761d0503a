package org.holdfast.core.platform.rest;

/** What can go wrong with any call. The names are part of the API: a client sees them in a problem's type. */
public enum RestError implements StatusCode {
    /** Fields of the request are wrong; the problem lists them. */
    INVALID_REQUEST(400),
    /** The body is not JSON of the expected form. */
    UNREADABLE_BODY(400),
    /** The cursor is damaged, older than the server's last start, or belongs to another query. */
    INVALID_CURSOR(400),
    /** There is no valid session or token. */
    NOT_SIGNED_IN(401),
    /** The caller may never use this endpoint. */
    FORBIDDEN(403),
    /** What is to be sorted or filtered by is told to the caller about nobody. */
    FIELD_NOT_TOLD(403),
    /** By plain HTTP from another machine, though the server has HTTPS. */
    HTTPS_REQUIRED(403),
    /** There is no such thing, or the caller may not see it. */
    NOT_FOUND(404),
    /** The address does not take this method. */
    METHOD_NOT_ALLOWED(405),
    /** The answer does not exist in the wanted media type. */
    NOT_ACCEPTABLE(406),
    /** The thing's state does not allow the call. */
    CONFLICT(409),
    /** A call with the same idempotency key is still running. */
    REQUEST_IN_PROGRESS(409),
    /** The thing was changed since the caller read it. */
    CHANGED_MEANWHILE(412),
    /** The body is larger than the endpoint takes. */
    BODY_TOO_LARGE(413),
    /** The body's media type is not taken. */
    UNSUPPORTED_MEDIA_TYPE(415),
    /** The idempotency key was used for another call. */
    IDEMPOTENCY_KEY_REUSED(422),
    /** The call needs an If-Match header. */
    PRECONDITION_REQUIRED(428),
    /** Too many calls at once. */
    TOO_MANY_REQUESTS(429),
    /** The program is wrong. */
    INTERNAL_ERROR(500),
    /** The audit log does not take entries, so nothing that has to be audited happens. */
    AUDIT_UNAVAILABLE(503),
    /** Something the server needs is not there. */
    UNAVAILABLE(503);

    private final int status;

    RestError(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public Category category() {
        return switch (status) {
            case 500 -> Category.INTERNAL;
            case 503 -> Category.CONFIGURATION;
            default -> Category.USER;
        };
    }

    /**
     * Returns the error that stands for a status.
     *
     * @param status an HTTP status
     * @return the first error with that status, else {@link #INVALID_REQUEST} under 500 and {@link #INTERNAL_ERROR} above
     */
    static RestError ofStatus(int status) {
        for (RestError error : values()) {
            if (error.status == status) {
                return error;
            }
        }
        return status < 500 ? INVALID_REQUEST : INTERNAL_ERROR;
    }
}
