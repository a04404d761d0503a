package org.holdfast.core.platform.rest;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.holdfast.api.ErrorCode;
import org.holdfast.api.HoldfastException;
import org.holdfast.api.protection.KeyRingSealedException;
import org.holdfast.api.protection.ProtectionError;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Turns exceptions into failures with a status. What the caller cannot help is logged, without the exception's words. */
final class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private Failures() {}

    static Response of(HoldfastException exception) {
        ErrorCode code = exception.code();
        int status = status(exception);
        String reference = reference();
        boolean ours = code.category() == ErrorCode.Category.INTERNAL;
        if (ours) {
            LOG.error("Request {} failed with {}", reference, code.name(), new Wordless(exception));
        }
        List<FieldError> errors = exception instanceof RestException rest ? rest.errors() : List.of();
        Failure.Detail detail = ours ? Failure.Detail.NONE : Failure.Detail.of(exception);
        Response.ResponseBuilder answer =
                Response.status(status).entity(new Failure(code, status, detail, errors, reference));
        if (status == 401) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        if (exception instanceof RestException rest) {
            rest.retryAfterSeconds().ifPresent(seconds -> answer.header(HttpHeaders.RETRY_AFTER, seconds));
        }
        return answer.build();
    }

    static Response of(RestError error, int status) {
        return Response.status(status)
                .entity(new Failure(error, status, Failure.Detail.NONE, List.of(), reference()))
                .build();
    }

    static Response of(SealState.Seal seal) {
        Failure failure =
                new Failure(ProtectionError.KEY_RING_SEALED, 503, Failure.Detail.of(seal), List.of(), reference());
        return Response.status(503).entity(failure).build();
    }

    static Response unexpected(Throwable throwable) {
        String reference = reference();
        LOG.error("Request {} failed: please report this", reference, new Wordless(throwable));
        return Response.status(500)
                .entity(new Failure(RestError.INTERNAL_ERROR, 500, Failure.Detail.NONE, List.of(), reference))
                .build();
    }

    private static int status(HoldfastException exception) {
        if (exception instanceof KeyRingSealedException) {
            return 503;
        }
        if (exception.code() instanceof StatusCode code) {
            return code.status();
        }
        return switch (exception.code().category()) {
            case USER -> 400;
            case CONFIGURATION -> 503;
            case EXTERNAL -> 502;
            case INTERNAL -> 500;
        };
    }

    private static String reference() {
        String request = MDC.get(FrontDoor.REQUEST_ID);
        return request == null ? UUID.randomUUID().toString() : request;
    }

    /** An exception's class names and stack traces without its messages, which may hold values of a row. */
    static final class Wordless extends Throwable {
        private static final long serialVersionUID = 1L;
        private static final int DEEPEST = 8;

        Wordless(Throwable of) {
            this(of, DEEPEST);
        }

        private Wordless(Throwable of, int deeper) {
            super(
                    of.getClass().getName(),
                    of.getCause() == null || deeper == 0 ? null : new Wordless(of.getCause(), deeper - 1),
                    false,
                    true);
            setStackTrace(of.getStackTrace());
        }

        @Override
        public synchronized Throwable fillInStackTrace() {
            return this;
        }
    }
}
