package org.holdfast.core.offboarding.preparation;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.platform.rest.AuditNotes;
import org.holdfast.core.platform.rest.Cursors;
import org.holdfast.core.platform.rest.Page;
import org.holdfast.core.platform.rest.Permitted;
import org.jspecify.annotations.Nullable;

/** Handovers that are prepared before anybody has said that they leave. */
@Path("offboardings/preparations")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class PreparationsResource {
    private final PreparationDesk desk;
    private final Cursors cursors;
    private final Visibility visibility;
    private final AuditNotes audit;

    /**
     * Creates the resource.
     *
     * @param desk begins and changes preparations
     * @param cursors for paging
     * @param visibility what the caller may see
     * @param audit told who is shown
     */
    @Inject
    PreparationsResource(PreparationDesk desk, Cursors cursors, Visibility visibility, AuditNotes audit) {
        this.desk = desk;
        this.cursors = cursors;
        this.visibility = visibility;
        this.audit = audit;
    }

    /**
     * Lists preparations.
     *
     * @param employeeId the person, then with those that are over; null for all that go on
     * @param limit items per page
     * @param cursor where to begin
     * @return preparations the caller may see, the one that began last first
     */
    @GET
    @Permitted(PreparationDesk.READ)
    @Operation(summary = "Lists the handovers that are prepared, the one that began last first")
    public Page<PreparationView> list(
            @QueryParam("employeeId") @Nullable UUID employeeId,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        List<Preparation> found = desk.visible(employeeId, visibility);
        String query = "preparations " + visibility.caller().id() + ' ' + employeeId;
        Page<Preparation> page = cursors.page(found, query, limit, cursor);
        audit.told(page.items().stream().map(Preparation::personId).toList());
        return page.map(one -> desk.row(one, visibility));
    }

    /**
     * Begins a preparation.
     *
     * @param fields the preparation
     * @param language the reader's language
     * @return the preparation
     */
    @POST
    @Permitted(PreparationDesk.START)
    @Operation(
            summary =
                    "Begins to prepare a handover before anybody has said that they leave; all of it can be taken back")
    public PreparationView begin(
            PreparationFields fields, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        return whole(desk.begin(fields, visibility), language);
    }

    /**
     * Returns a preparation.
     *
     * @param id its id
     * @param language the reader's language
     * @return the preparation with what was done
     */
    @GET
    @Path("{id}")
    @Permitted(PreparationDesk.READ)
    @Operation(summary = "Returns a preparation, with what was done and what waits for a lawful event")
    public PreparationView get(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        return whole(desk.find(id, visibility), language);
    }

    /**
     * Changes a preparation.
     *
     * @param id its id
     * @param fields the version as it was read, and what it says now
     * @param language the reader's language
     * @return the preparation
     */
    @PUT
    @Path("{id}")
    @Permitted(PreparationDesk.START)
    @Operation(summary = "Changes why a handover is prepared, the day the firm has in mind, or the note")
    public PreparationView change(
            @PathParam("id") UUID id,
            PreparationFields fields,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        return whole(desk.change(id, fields, visibility), language);
    }

    /**
     * Notes that a step is done, or that it is not.
     *
     * @param id the preparation
     * @param step the step
     * @param fields the version as it was read, and whether it is done
     * @param language the reader's language
     * @return the preparation
     */
    @PUT
    @Path("{id}/steps/{step}")
    @Permitted(PreparationDesk.START)
    @Operation(summary = "Notes that a step of a preparation is done, or takes that back")
    public PreparationView step(
            @PathParam("id") UUID id,
            @PathParam("step") String step,
            PreparationFields.StepFields fields,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        return whole(desk.step(id, step, fields, visibility), language);
    }

    /**
     * Adds a piece of evidence.
     *
     * @param id the preparation
     * @param fields the version as it was read, and the piece
     * @param language the reader's language
     * @return the preparation
     */
    @POST
    @Path("{id}/evidence")
    @Permitted(PreparationDesk.START)
    @Operation(summary = "Adds a piece of evidence; nothing that was added is changed")
    public PreparationView collect(
            @PathParam("id") UUID id,
            PreparationFields.EvidenceFields fields,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        return whole(desk.collect(id, fields, visibility), language);
    }

    /**
     * Takes all of it back.
     *
     * @param id the preparation
     * @param fields the version as it was read, with a note
     * @param language the reader's language
     * @return the preparation
     */
    @POST
    @Path("{id}/revocation")
    @Permitted(PreparationDesk.START)
    @Operation(summary = "Takes a preparation back: everything is as if nothing had been prepared")
    public PreparationView revoke(
            @PathParam("id") UUID id,
            PreparationFields.StepFields fields,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        return whole(desk.revoke(id, fields, visibility), language);
    }

    private PreparationView whole(Preparation one, @Nullable String language) {
        audit.told(List.of(one.personId()));
        return desk.whole(one, visibility, language);
    }
}
