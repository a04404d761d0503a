package org.holdfast.core.platform.rest;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the API shut while the key ring is not open, whatever an endpoint would still know from memory. Stands before
 * the log-in, so that nothing is read about anybody; lets through what {@link WorksSealed} marks.
 */
@Provider
@Dependent
@Priority(Priorities.AUTHENTICATION - 100)
public final class SealedDoor implements ContainerRequestFilter {
    private final SealState state;

    @Context
    private @Nullable ResourceInfo resource;

    /**
     * Creates the door.
     *
     * @param state says whether the key ring is open
     */
    @Inject
    public SealedDoor(SealState state) {
        this.state = state;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        Method method = resource == null ? null : resource.getResourceMethod();
        if (method == null || !method.isAnnotationPresent(WorksSealed.class)) {
            state.seal().ifPresent(seal -> request.abortWith(Failures.of(seal)));
        }
    }
}
