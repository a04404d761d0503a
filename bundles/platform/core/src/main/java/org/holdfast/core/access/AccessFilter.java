package org.holdfast.core.access;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.security.Principal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.holdfast.core.platform.rest.AuditNotes;
import org.holdfast.core.platform.rest.Fingerprints;
import org.holdfast.core.platform.rest.FrontDoor;
import org.holdfast.core.platform.rest.Open;
import org.holdfast.core.platform.rest.OwnDelay;
import org.holdfast.core.platform.rest.Permitted;
import org.holdfast.core.platform.rest.RestError;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.launcher.audit.AuditEvent.Actor;
import org.jspecify.annotations.Nullable;

/**
 * Lets a call through to an endpoint, or not: who is it, was it really they who sent it, may they.
 *
 * <p>A token in {@code Authorization} goes before the cookie. A method that carries neither {@link Permitted} nor
 * {@link Open} is refused to everybody.
 */
@Provider
@Dependent
@Priority(Priorities.AUTHENTICATION)
public final class AccessFilter implements ContainerRequestFilter {
    /** The header that proves that a write comes from our own page. */
    static final String CSRF = "X-CSRF-Token";

    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");
    private static final String BEARER = "bearer ";

    private final Gate gate;
    private final RequestVisibility visibility;
    private final AuditNotes audit;
    private final SignOn signOn;
    private final CallRules rules;

    @Context
    private @Nullable ResourceInfo resource;

    /**
     * Creates the filter.
     *
     * @param gate knows sessions and tokens
     * @param visibility told who calls
     * @param audit told it, too
     * @param signOn what is asked of everybody who is in
     * @param rules what is asked of every call
     */
    @Inject
    public AccessFilter(Gate gate, RequestVisibility visibility, AuditNotes audit, SignOn signOn, CallRules rules) {
        this.gate = gate;
        this.visibility = visibility;
        this.audit = audit;
        this.signOn = signOn;
        this.rules = rules;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        Method method = resource == null ? null : resource.getResourceMethod();
        if (method != null && method.isAnnotationPresent(Open.class)) {
            if (!method.isAnnotationPresent(OwnDelay.class)) {
                rules.stranger(address(request));
            }
            return;
        }
        Optional<Session> session = known(request, () -> session(request));
        Caller caller = session.map(open -> caller(open, request)).orElseGet(() -> token(request));
        session.ifPresent(rules::session);
        audit.calledBy(actor(caller, request));
        request.setSecurityContext(new SignedIn(caller.id(), request.getSecurityContext()));
        Permitted permitted = method == null ? null : method.getAnnotation(Permitted.class);
        if (permitted == null) {
            throw forbidden();
        }
        signOn.requirePlace(caller, address(request));
        if (!permitted.duringSetup()) {
            requireSetUp(caller, session);
        }
        if (Arrays.stream(permitted.value()).noneMatch(permission -> gate.permitted(caller, permission))) {
            throw forbidden(caller, permitted);
        }
        visibility.become(sight(caller, permitted, purpose(request).allows()));
    }

    /** Returns what a caller sees for a purpose; refuses where nothing of the endpoint is for it. */
    private Visibility sight(Caller caller, Permitted permitted, Predicate<String> allowed) {
        String[] forThat = Arrays.stream(permitted.value()).filter(allowed).toArray(String[]::new);
        if (Arrays.stream(forThat).noneMatch(permission -> gate.permitted(caller, permission))) {
            throw RestException.of(
                    AccessError.PURPOSE_NOT_ALLOWED, "Scores and alerts are there to keep people, for nothing else.");
        }
        return gate.sight(caller, allowed, forThat);
    }

    /** Reads what for, and tells the log where it is not what the product is for anyway. */
    private Purpose purpose(ContainerRequestContext request) {
        Purpose purpose = Purpose.of(request.getHeaderString(Purpose.HEADER));
        if (purpose != Purpose.RETENTION) {
            audit.detail("purpose", purpose.name().toLowerCase(Locale.ROOT));
        }
        return purpose;
    }

    /** Counts who shows a session or token that is none, as one more of the calls without. */
    private <T> T known(ContainerRequestContext request, Supplier<T> look) {
        try {
            return look.get();
        } catch (RestException e) {
            rules.stranger(address(request));
            throw e;
        }
    }

    private void requireSetUp(Caller caller, Optional<Session> session) {
        if (caller.mustChangePassword()) {
            throw RestException.of(AccessError.PASSWORD_CHANGE_REQUIRED, "Change the one-time password first.");
        }
        if (session.filter(open -> signOn.lacksFactor(open, caller)).isPresent()) {
            throw RestException.of(
                    AccessError.SECOND_FACTOR_MISSING, "Your role needs a second factor: add one first.");
        }
    }

    private static Actor actor(Caller caller, ContainerRequestContext request) {
        String via = request.getHeaderString(HttpHeaders.AUTHORIZATION) == null ? "session" : "token";
        return new Actor(
                caller.id(), caller.roles().stream().map(Role::code).sorted().toList(), via);
    }

    /** Finds the session of a browser; empty where a token was sent, which goes before. */
    private Optional<Session> session(ContainerRequestContext request) {
        if (request.getHeaderString(HttpHeaders.AUTHORIZATION) != null) {
            return Optional.empty();
        }
        Cookie cookie = request.getCookies().get(SessionResource.COOKIE);
        Optional<Session> session = Optional.ofNullable(cookie).flatMap(found -> gate.session(found.getValue()));
        if (cookie != null && session.isEmpty()) {
            gate.formerSession(cookie.getValue()).ifPresent(former -> audit.calledBy(actor(former, request)));
        }
        return Optional.of(session.orElseThrow(AccessFilter::notSignedIn));
    }

    private Caller caller(Session session, ContainerRequestContext request) {
        Caller caller = gate.account(session).orElseThrow(AccessFilter::notSignedIn);
        if (!READS.contains(request.getMethod())) {
            String sent = request.getHeaderString(CSRF);
            if (sent == null || !Fingerprints.same(session.csrfToken(), sent)) {
                throw RestException.of(
                        AccessError.CSRF_TOKEN_WRONG, "The header " + CSRF + " is missing or wrong: log in again.");
            }
        }
        return caller;
    }

    private Caller token(ContainerRequestContext request) {
        String authorization = String.valueOf(request.getHeaderString(HttpHeaders.AUTHORIZATION));
        if (!authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            throw notSignedIn();
        }
        String token = authorization.substring(BEARER.length()).trim();
        try {
            Caller caller =
                    known(request, () -> gate.token(token, address(request)).orElseThrow(AccessFilter::notSignedIn));
            audit.calledBy(actor(caller, request));
            rules.machine(caller, Boolean.TRUE.equals(request.getProperty(FrontDoor.CERTIFIED)));
            return caller;
        } catch (RestException e) {
            gate.formerToken(token).ifPresent(former -> audit.calledBy(actor(former.caller(), request)));
            throw e;
        }
    }

    static String address(ContainerRequestContext request) {
        return request.getProperty(FrontDoor.ADDRESS) instanceof String address ? address : "";
    }

    private static RestException notSignedIn() {
        return RestException.of(RestError.NOT_SIGNED_IN, "Log in, or send a valid token.");
    }

    private static RestException forbidden() {
        return RestException.of(RestError.FORBIDDEN, "Your role may not do this.");
    }

    private RestException forbidden(Caller caller, Permitted permitted) {
        boolean scope = Arrays.stream(permitted.value()).anyMatch(permission -> gate.outOfScope(caller, permission));
        return scope
                ? RestException.of(
                        AccessError.TOKEN_SCOPE,
                        "The token's role may do this, the token may not: ask a security administrator for one that"
                                + " may.")
                : forbidden();
    }

    /** Tells the rest of the request who calls. */
    private record SignedIn(String id, SecurityContext before) implements SecurityContext {
        @Override
        public Principal getUserPrincipal() {
            return () -> id;
        }

        @Override
        public boolean isUserInRole(String role) {
            return false;
        }

        @Override
        public boolean isSecure() {
            return before.isSecure();
        }

        @Override
        public String getAuthenticationScheme() {
            return "holdfast";
        }
    }
}
