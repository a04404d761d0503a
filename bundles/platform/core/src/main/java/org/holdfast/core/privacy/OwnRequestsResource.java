package org.holdfast.core.privacy;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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
import org.holdfast.core.protection.rights.RightsRequests;
import org.jspecify.annotations.Nullable;

/** What whoever calls asks of those who hold data about them (PIPL Art. 50, GDPR Art. 12). */
@Path("privacy/own/requests")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class OwnRequestsResource {
    private final RightsRequests requests;
    private final RequestDesk desk;
    private final Cursors cursors;

    /**
     * Creates the resource.
     *
     * @param requests the register
     * @param desk takes and shows requests
     * @param cursors for paging
     */
    @Inject
    OwnRequestsResource(RightsRequests requests, RequestDesk desk, Cursors cursors) {
        this.requests = requests;
        this.desk = desk;
        this.cursors = cursors;
    }

    /**
     * What is asked for.
     *
     * @param kind what for: {@code access}, {@code rectification}, {@code objection}, {@code refusalOfAutomatedDecision},
     *     {@code humanReview} or {@code erasure}
     * @param text in the person's words, at most 4,000 characters; needed for a rectification
     */
    public record OwnRequest(
            @Nullable String kind, @Nullable String text) {}

    /**
     * Lists the caller's requests.
     *
     * @param limit items per page
     * @param cursor where to begin
     * @return newest first
     */
    @GET
    @Permitted("own:read")
    @Operation(summary = "Lists what the caller asked for, with due days and answers")
    public Page<RequestView> list(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        String query = "own requests " + desk.persons().caller();
        return cursors.page(desk.own(), query, limit, cursor).map(desk::view);
    }

    /**
     * Files a request of the caller.
     *
     * @param wanted what is asked for
     * @return the request with its due day
     */
    @POST
    @Permitted("own:write")
    @Operation(summary = "Files a request of the caller to the data-protection officer")
    public RequestView file(OwnRequest wanted) {
        return desk.file(desk.persons().self(), wanted.kind(), wanted.text(), null);
    }

    /**
     * Takes a request of the caller back: a pending one, or an objection that was granted.
     *
     * @param id the request
     * @return the request
     */
    @POST
    @Path("{id}/withdrawal")
    @Permitted("own:write")
    @Operation(summary = "Takes back a request of the caller, or an objection that was granted")
    public RequestView withdraw(@PathParam("id") UUID id) {
        return desk.view(requests.withdraw(desk.own(id)));
    }
}
