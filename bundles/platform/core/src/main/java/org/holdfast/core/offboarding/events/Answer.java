package org.holdfast.core.offboarding.events;

import java.time.Duration;

/**
 * What came of sending an event.
 *
 * @param result how it ended
 * @param status the status of HTTP, 0 where none came
 * @param peace how long the target wants to be left alone, zero where it does not say
 */
record Answer(Result result, int status, Duration peace) {
    private static final int OK = 200;
    private static final int REDIRECTION = 300;
    private static final int CLIENT_ERROR = 400;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int NOT_ALLOWED = 405;
    private static final int REQUEST_TIMEOUT = 408;
    private static final int GONE = 410;
    private static final int TOO_MANY = 429;
    private static final int SERVER_ERROR = 500;

    /** How it ended. */
    enum Result {
        /** The target took it. */
        TAKEN("", Reach.NOTHING),
        /** The target is gone for good. */
        GONE("gone", Reach.FOR_GOOD),
        /** The target wants fewer of them. */
        THROTTLED("throttled", Reach.TARGET),
        /** The target sends elsewhere, where nobody follows it. */
        REDIRECTED("redirected", Reach.TARGET),
        /** The target does not take events at this address, or not from us. */
        NOT_ADMITTED("notAdmitted", Reach.TARGET),
        /** The target does not take this event. */
        REFUSED("refused", Reach.EVENT),
        /** The target failed. */
        SERVER_ERROR("serverError", Reach.TARGET),
        /** No answer came in time. */
        TIMEOUT("timeout", Reach.TARGET),
        /** No connection could be made, or it broke before an answer. */
        UNREACHABLE("unreachable", Reach.TARGET),
        /** The target could not be told by its certificate. */
        UNTRUSTED("untrusted", Reach.TARGET),
        /** The name of the target leads to where nothing may be sent. */
        FORBIDDEN_ADDRESS("forbiddenAddress", Reach.TARGET);

        private final String code;
        private final Reach reach;

        Result(String code, Reach reach) {
            this.code = code;
            this.reach = reach;
        }

        /** Returns its code, with texts {@code exitEvents.error.} in every language. */
        String code() {
            return code;
        }

        Reach reach() {
            return reach;
        }
    }

    /** What a failure says something about. */
    enum Reach {
        /** It is none. */
        NOTHING,
        /** About one event: others may be taken. */
        EVENT,
        /** About the target: others would fail as well. */
        TARGET,
        /** About the target, which wants nothing more. */
        FOR_GOOD
    }

    static Answer of(Result result) {
        return new Answer(result, 0, Duration.ZERO);
    }

    static Answer ofStatus(int status, Duration peace) {
        return new Answer(result(status), status, peace);
    }

    private static Result result(int status) {
        if (status >= SERVER_ERROR || status == REQUEST_TIMEOUT) {
            return Result.SERVER_ERROR;
        }
        if (status < CLIENT_ERROR) {
            return status >= REDIRECTION ? Result.REDIRECTED : status >= OK ? Result.TAKEN : Result.SERVER_ERROR;
        }
        return switch (status) {
            case GONE -> Result.GONE;
            case TOO_MANY -> Result.THROTTLED;
            case UNAUTHORIZED, FORBIDDEN, NOT_FOUND, NOT_ALLOWED -> Result.NOT_ADMITTED;
            default -> Result.REFUSED;
        };
    }
}
