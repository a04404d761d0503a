package org.holdfast.core.platform.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Runs a write that carries {@code Idempotency-Key} once: the same call again gets the first one's answer.
 *
 * <p>Another call under the same key answers 422, one that comes while the first is running 409. Only successes are
 * kept; a call that failed changed nothing and may be tried again under its key. The body of an upload is not part of
 * the fingerprint. No key is kept of a call that {@link Anonymous} marks.
 */
@Provider
@Dependent
@Priority(Priorities.USER - 100)
public final class IdempotencyFilter implements ContainerRequestFilter, ContainerResponseFilter {
    /** The header a caller sends. */
    public static final String KEY = "Idempotency-Key";

    /** The header of an answer that was given before. */
    public static final String REPLAYED = "Idempotency-Replayed";

    private static final Set<String> WRITES = Set.of("POST", "PUT", "DELETE", "PATCH");
    private static final int LONGEST_KEY = 200;
    private static final int LARGEST_BODY = 256 * 1024;
    private static final byte[] NOTHING = {};
    private static final String CLAIMED = "holdfast.idempotency";

    private final IdempotencyStore store;
    private final FieldSight sight;

    @Context
    private @Nullable ResourceInfo resource;

    /**
     * Creates the filter.
     *
     * @param store remembers the calls
     * @param sight what the caller is told: nothing else is kept of an answer
     */
    @Inject
    public IdempotencyFilter(IdempotencyStore store, FieldSight sight) {
        this.store = store;
        this.sight = sight;
    }

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        String key = request.getHeaderString(KEY);
        Principal caller = request.getSecurityContext().getUserPrincipal();
        if (key == null || caller == null || !WRITES.contains(request.getMethod()) || anonymous()) {
            return;
        }
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw RestException.invalid(KEY, "length1To200");
        }
        String id = Fingerprints.sha256(caller.getName() + '\n' + key);
        String fingerprint = fingerprint(request, caller);
        Optional<IdempotencyStore.Earlier> earlier = store.claim(id, fingerprint);
        if (earlier.isEmpty()) {
            request.setProperty(CLAIMED, id);
        } else {
            request.abortWith(again(earlier.get(), fingerprint));
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (!(request.getProperty(CLAIMED) instanceof String id)) {
            return;
        }
        if (response.getStatus() >= 400) {
            store.release(id);
        } else {
            store.complete(id, answer(response));
        }
    }

    private boolean anonymous() {
        Method method = resource == null ? null : resource.getResourceMethod();
        return method != null && method.isAnnotationPresent(Anonymous.class);
    }

    private static Response again(IdempotencyStore.Earlier earlier, String fingerprint) {
        if (!earlier.fingerprint().equals(fingerprint)) {
            throw RestException.of(
                    RestError.IDEMPOTENCY_KEY_REUSED, "The idempotency key was used for another call: take a new one.");
        }
        IdempotencyStore.Answer answer = earlier.answer()
                .orElseThrow(() -> RestException.later(
                        RestError.REQUEST_IN_PROGRESS, "The first call with this key is still running.", 1));
        Response.ResponseBuilder again = Response.status(answer.status()).header(REPLAYED, "true");
        if (!answer.location().isEmpty()) {
            again.header(HttpHeaders.LOCATION, answer.location());
        }
        if (!answer.tag().isEmpty()) {
            again.header(HttpHeaders.ETAG, answer.tag());
        }
        if (answer.body().length > 0) {
            again.entity(answer.body()).type(MediaType.APPLICATION_JSON_TYPE);
        }
        return again.build();
    }

    private IdempotencyStore.Answer answer(ContainerResponseContext response) {
        return new IdempotencyStore.Answer(
                response.getStatus(),
                Optional.ofNullable(response.getHeaderString(HttpHeaders.LOCATION))
                        .orElse(""),
                Optional.ofNullable(response.getHeaderString(HttpHeaders.ETAG)).orElse(""),
                body(response));
    }

    private byte[] body(ContainerResponseContext response) {
        Object entity = response.getEntity();
        boolean json = MediaType.APPLICATION_JSON_TYPE.isCompatible(response.getMediaType());
        if (entity == null || !json || entity.getClass().isAnnotationPresent(NeverStored.class)) {
            return NOTHING;
        }
        try {
            byte[] body = raw(entity);
            return body.length <= LARGEST_BODY ? body : NOTHING;
        } catch (JsonProcessingException e) {
            return NOTHING;
        }
    }

    private byte[] raw(Object entity) throws JsonProcessingException {
        if (entity instanceof byte[] bytes) {
            return bytes;
        }
        return entity instanceof String text ? text.getBytes(StandardCharsets.UTF_8) : ToldJson.write(entity, sight);
    }

    private static String fingerprint(ContainerRequestContext request, Principal caller) throws IOException {
        byte[] body = NOTHING;
        if (MediaType.APPLICATION_JSON_TYPE.isCompatible(request.getMediaType())) {
            body = JsonBody.readLimited(request.getEntityStream(), MaxBody.HIGHEST_BYTES);
            request.setEntityStream(new ByteArrayInputStream(body));
        }
        return Fingerprints.sha256(String.join(
                "\n",
                request.getMethod(),
                request.getUriInfo().getRequestUri().getRawPath(),
                String.valueOf(request.getUriInfo().getRequestUri().getRawQuery()),
                caller.getName(),
                Fingerprints.sha256(body)));
    }
}
