package org.holdfast.core.platform.rest;

import jakarta.enterprise.context.Dependent;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.holdfast.api.HoldfastException;

/** Answers Holdfast's own failures: the code gives the problem's type, its category the status. */
@Provider
@Dependent
public final class HoldfastProblems implements ExceptionMapper<HoldfastException> {

    @Override
    public Response toResponse(HoldfastException exception) {
        return Failures.of(exception);
    }
}
