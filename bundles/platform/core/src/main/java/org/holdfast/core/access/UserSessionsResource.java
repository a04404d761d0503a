package org.holdfast.core.access;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.holdfast.core.platform.rest.Cursors;
import org.holdfast.core.platform.rest.Page;
import org.holdfast.core.platform.rest.Permitted;
import org.jspecify.annotations.Nullable;

/** The open sessions of a user, for the security administrator. */
@Path("users/{id}/sessions")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class UserSessionsResource {
    private static final String MANAGE = "users:manage";

    private final Gate gate;
    private final Accounts accounts;
    private final Cursors cursors;

    /**
     * Creates the resource.
     *
     * @param gate knows sessions
     * @param accounts the accounts
     * @param cursors for paging
     */
    @Inject
    UserSessionsResource(Gate gate, Accounts accounts, Cursors cursors) {
        this.gate = gate;
        this.accounts = accounts;
        this.cursors = cursors;
    }

    /**
     * Lists the sessions of a user.
     *
     * @param id the account
     * @param limit items per page
     * @param cursor where to begin
     * @return sessions, the latest used first
     */
    @GET
    @Permitted(MANAGE)
    @Operation(summary = "Lists a user's open sessions")
    public Page<SessionsResource.OpenSession> ofUser(
            @PathParam("id") String id,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        UUID account = accounts.find(SessionsResource.uuid(id)).id();
        return cursors.page(gate.sessions(account), "sessions " + account, limit, cursor)
                .map(open -> SessionsResource.OpenSession.of(open, null));
    }

    /**
     * Ends all sessions of a user.
     *
     * @param id the account
     */
    @DELETE
    @Permitted(MANAGE)
    @Operation(summary = "Ends all sessions of a user")
    public void endOfUser(@PathParam("id") String id) {
        gate.endAll(accounts.find(SessionsResource.uuid(id)).id());
    }
}
