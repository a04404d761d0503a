package org.holdfast.core.platform.rest;

import jakarta.enterprise.context.Dependent;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.holdfast.api.HoldfastException;

/** Answers everything nobody thought of with status 500 and a reference; a wrapped failure of our own is unwrapped. */
@Provider
@Dependent
public final class UnexpectedProblems implements ExceptionMapper<Throwable> {
    private static final int DEEPEST = 16;

    @Override
    public Response toResponse(Throwable throwable) {
        Throwable cause = throwable;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof HoldfastException known) {
                return Failures.of(known);
            }
            cause = cause.getCause();
        }
        return Failures.unexpected(throwable);
    }
}
