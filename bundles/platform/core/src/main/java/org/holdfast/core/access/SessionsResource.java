package org.holdfast.core.access;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.holdfast.core.platform.rest.Cursors;
import org.holdfast.core.platform.rest.Page;
import org.holdfast.core.platform.rest.Permitted;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.core.platform.rest.TellsNothing;
import org.holdfast.core.platform.rest.WorksSealed;
import org.jspecify.annotations.Nullable;

/** The own sessions that are open. */
@Path("sessions")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class SessionsResource {
    private static final String OWN = "session:own";

    private final Gate gate;
    private final Cursors cursors;
    private final Visibility visibility;

    /**
     * Creates the resource.
     *
     * @param gate knows sessions
     * @param cursors for paging
     * @param visibility who calls
     */
    @Inject
    SessionsResource(Gate gate, Cursors cursors, Visibility visibility) {
        this.gate = gate;
        this.cursors = cursors;
        this.visibility = visibility;
    }

    /**
     * Lists the own sessions.
     *
     * @param cookie the present one
     * @param limit items per page
     * @param cursor where to begin
     * @return sessions, the latest used first
     */
    @GET
    @Permitted(OWN)
    @WorksSealed
    @Operation(summary = "Lists the caller's own open sessions")
    public Page<OpenSession> own(
            @CookieParam(SessionResource.COOKIE) @Nullable String cookie,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        UUID account = SessionResource.accountId(visibility.caller());
        UUID present = present(cookie).map(Session::handle).orElse(null);
        return cursors.page(gate.sessions(account), "sessions " + account, limit, cursor)
                .map(open -> OpenSession.of(open, present));
    }

    /**
     * Ends all own sessions but the present one.
     *
     * @param cookie the present one
     */
    @DELETE
    @Permitted(OWN)
    @WorksSealed
    @Operation(summary = "Ends all of the caller's own sessions but the present one")
    public void endOthers(@CookieParam(SessionResource.COOKIE) @Nullable String cookie) {
        gate.endOthers(present(cookie).orElseThrow(RestException::notFound));
    }

    /**
     * Ends an own session.
     *
     * @param id the session's id in the list
     */
    @DELETE
    @Path("{id}")
    @Permitted(OWN)
    @WorksSealed
    @Operation(summary = "Ends one of the caller's own sessions")
    public void end(@PathParam("id") String id) {
        if (!gate.end(SessionResource.accountId(visibility.caller()), uuid(id))) {
            throw RestException.notFound();
        }
    }

    private Optional<Session> present(@Nullable String cookie) {
        return Optional.ofNullable(cookie)
                .flatMap(gate::session)
                .filter(session -> session.accountId()
                        .toString()
                        .equals(visibility.caller().id()));
    }

    static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw RestException.notFound();
        }
    }

    /**
     * A session that is open.
     *
     * @param id its id in this list, which is not the cookie's value
     * @param beganAt when it began
     * @param lastUsedAt when it was last used
     * @param address from where it was opened
     * @param client what the browser said it is; empty where it said nothing
     * @param current whether it is the caller's present one
     */
    @TellsNothing
    public record OpenSession(
            UUID id, Instant beganAt, Instant lastUsedAt, String address, String client, boolean current) {

        static OpenSession of(Sessions.Open open, @Nullable UUID present) {
            Session session = open.session();
            return new OpenSession(
                    session.handle(),
                    session.began(),
                    open.lastUsed(),
                    session.client().address(),
                    session.client().name(),
                    session.handle().equals(present));
        }
    }
}
