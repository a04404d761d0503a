package org.holdfast.core.offboarding.events;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.offboarding.events.TargetViews.AgainView;
import org.holdfast.core.offboarding.events.TargetViews.DeliveriesView;
import org.holdfast.core.offboarding.events.TargetViews.MadeView;
import org.holdfast.core.offboarding.events.TargetViews.PingView;
import org.holdfast.core.offboarding.events.TargetViews.TargetsView;
import org.holdfast.core.platform.rest.Permitted;
import org.holdfast.core.platform.rest.RestException;
import org.jspecify.annotations.Nullable;

/** The systems that are told of changes of cases, for who sets them up. Tells of nobody, and of a secret once. */
@Path("event-targets")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class EventTargetsResource {
    private static final String MANAGE = "events:manage";

    private final TargetDesk desk;
    private final TargetReader reader;
    private final Visibility visibility;

    /**
     * Creates the resource.
     *
     * @param desk sets targets up
     * @param reader shows them
     * @param visibility what the caller may see
     */
    @Inject
    EventTargetsResource(TargetDesk desk, TargetReader reader, Visibility visibility) {
        this.desk = desk;
        this.reader = reader;
        this.visibility = visibility;
    }

    /**
     * Lists the targets of a subsidiary.
     *
     * @param subsidiaryId the subsidiary
     * @param language the reader's language
     * @return by audience, with the audiences and events there are
     */
    @GET
    @Permitted(MANAGE)
    @Operation(summary = "Lists the systems that are told of changes of a subsidiary's offboarding cases")
    public TargetsView list(
            @QueryParam("subsidiaryId") @Nullable UUID subsidiaryId,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        if (subsidiaryId == null) {
            throw RestException.invalid("subsidiaryId", "missing");
        }
        return reader.targets(desk.of(subsidiaryId, visibility), language);
    }

    /**
     * Adds a target, or changes it.
     *
     * @param id its id, of the caller's choice for a new one
     * @param fields the target
     * @param language the reader's language
     * @return the target; a new one with its secret
     */
    @PUT
    @Path("{id}")
    @Permitted(MANAGE)
    @Operation(summary = "Adds a system that is told of changes, or changes it; the secret of a new one is told once")
    public MadeView put(
            @PathParam("id") UUID id,
            TargetFields fields,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        return reader.made(desk.put(id, fields, visibility), language);
    }

    /**
     * Removes a target, with what waits for it.
     *
     * @param id the target
     * @param version its version as it was read
     */
    @DELETE
    @Path("{id}")
    @Permitted(MANAGE)
    @Operation(summary = "Removes a system that is told of changes, with what waits for it")
    public void remove(@PathParam("id") UUID id, @QueryParam("version") @Nullable Integer version) {
        desk.remove(id, version, visibility);
    }

    /**
     * Makes another secret; the one before is signed with beside it for a week.
     *
     * @param id the target
     * @param fields its version
     * @param language the reader's language
     * @return the target with its new secret
     */
    @POST
    @Path("{id}/secret")
    @Permitted(MANAGE)
    @Operation(summary = "Makes another secret; for a week events are signed with the one before, too")
    public MadeView rotate(
            @PathParam("id") UUID id,
            SecretFields fields,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        return reader.made(desk.rotate(id, fields.version(), visibility), language);
    }

    /**
     * Sends a target an event that tells of nobody.
     *
     * @param id the target
     * @param language the reader's language
     * @return what came of it
     */
    @POST
    @Path("{id}/ping")
    @Permitted(MANAGE)
    @Operation(summary = "Sends a system an event that tells of nobody")
    public PingView ping(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        return reader.ping(desk.ping(id, visibility), language);
    }

    /**
     * Lists events on their way to a target.
     *
     * @param id the target
     * @param state waiting, parked or delivered
     * @param language the reader's language
     * @return the latest first
     */
    @GET
    @Path("{id}/deliveries")
    @Permitted(MANAGE)
    @Operation(
            summary =
                    "Lists events that wait for a system, were given up, or were taken; it says nothing of whom they are about")
    public DeliveriesView deliveries(
            @PathParam("id") UUID id,
            @QueryParam("state") @Nullable String state,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        return reader.deliveries(desk.deliveries(id, state, visibility), language);
    }

    /**
     * Has events sent again.
     *
     * @param id the target
     * @param wanted which
     * @return how many
     */
    @POST
    @Path("{id}/replay")
    @Permitted(MANAGE)
    @Operation(summary = "Has events sent again: some, all of a time, or all that were given up")
    public AgainView replay(@PathParam("id") UUID id, ReplayFields wanted) {
        return new AgainView(desk.again(id, wanted, visibility));
    }
}
