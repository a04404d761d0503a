package org.holdfast.core.offboarding.cases;

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
import org.holdfast.core.platform.rest.RestException;
import org.jspecify.annotations.Nullable;

/** Cases of people who leave. */
@Path("offboardings")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class OffboardingsResource {
    private final OffboardingDesk desk;
    private final Cursors cursors;
    private final Visibility visibility;
    private final AuditNotes audit;

    /**
     * Creates the resource.
     *
     * @param desk begins and changes cases
     * @param cursors for paging
     * @param visibility what the caller may see
     * @param audit told who is shown
     */
    @Inject
    OffboardingsResource(OffboardingDesk desk, Cursors cursors, Visibility visibility, AuditNotes audit) {
        this.desk = desk;
        this.cursors = cursors;
        this.visibility = visibility;
        this.audit = audit;
    }

    /**
     * Lists cases.
     *
     * @param state {@code running}, {@code withdrawn} or {@code ended}; null for all
     * @param employeeId the person, null for all
     * @param limit items per page
     * @param cursor where to begin
     * @param language the reader's language
     * @return cases the caller may see: those that go on first, by their last day
     */
    @GET
    @Permitted(Performers.READ)
    @Operation(summary = "Lists the cases of people who leave, those that go on first")
    public Page<OffboardingView> list(
            @QueryParam("state") @Nullable String state,
            @QueryParam("employeeId") @Nullable UUID employeeId,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        OffboardingState wanted = state == null || state.isEmpty()
                ? null
                : OffboardingState.ofCode(state).orElseThrow(() -> RestException.invalid("state", "unknown"));
        List<Offboarding> found = desk.reader().visible(wanted, employeeId, visibility);
        String query = "offboardings " + visibility.caller().id() + ' ' + wanted + ' ' + employeeId;
        Page<Offboarding> page = cursors.page(found, query, limit, cursor);
        audit.told(page.items().stream().map(Offboarding::personId).toList());
        return page.map(desk.reader().sight(page.items(), visibility, language)::row);
    }

    /**
     * Begins a case.
     *
     * @param fields the case
     * @param language the reader's language
     * @return the case
     */
    @POST
    @Permitted(Performers.START)
    @Operation(summary = "Begins the case of somebody who leaves, with the flow of their subsidiary")
    public OffboardingView begin(
            OffboardingFields fields, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        return whole(desk.begin(fields.draft(), visibility), language);
    }

    /**
     * Says from when on somebody can leave.
     *
     * @param fields who, how, and when notice is given
     * @param language the reader's language
     * @return the notice; nothing is stored
     */
    @POST
    @Path("notice")
    @Permitted(Performers.START)
    @Operation(summary = "Says from when on somebody can leave by the law of their country; nothing is stored")
    public NoticeView notice(
            OffboardingFields fields, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        return desk.notice(fields.draft(), visibility, language);
    }

    /**
     * Returns a case.
     *
     * @param id the case
     * @param language the reader's language
     * @return the case with its tasks and what was done
     */
    @GET
    @Path("{id}")
    @Permitted(Performers.READ)
    @Operation(summary = "Returns the case of somebody who leaves, with its tasks and what was done")
    public OffboardingView get(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        return whole(desk.reader().find(id, visibility), language);
    }

    /**
     * Changes a case.
     *
     * @param id the case
     * @param fields the version as it was read, and what is changed
     * @param language the reader's language
     * @return the case
     */
    @PUT
    @Path("{id}")
    @Permitted(Performers.START)
    @Operation(summary = "Changes the last day of a case, or what is known of the reason")
    public OffboardingView change(
            @PathParam("id") UUID id,
            OffboardingFields fields,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        return whole(desk.change(id, fields.version(), fields.change(), visibility), language);
    }

    /**
     * Takes a case back: the person stays.
     *
     * @param id the case
     * @param step the version as it was read, with a note
     * @param language the reader's language
     * @return the case
     */
    @POST
    @Path("{id}/withdrawal")
    @Permitted(Performers.START)
    @Operation(summary = "Takes a case back: the person stays, and what was planned is called off")
    public OffboardingView withdraw(
            @PathParam("id") UUID id,
            CaseStep step,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        return whole(desk.withdraw(id, step.version(), step.note(), visibility), language);
    }

    /**
     * Returns the flow of a case with how far it has come.
     *
     * @param id the case
     * @return the diagram and the state of its nodes
     */
    @GET
    @Path("{id}/flow")
    @Permitted(Performers.READ)
    @Operation(summary = "Returns the flow of a case, with how far it has come")
    public FlowView flow(@PathParam("id") UUID id) {
        Offboarding one = desk.reader().find(id, visibility);
        audit.told(List.of(one.personId()));
        return FlowView.of(one, desk.offboardings().flows());
    }

    private OffboardingView whole(Offboarding one, @Nullable String language) {
        audit.told(List.of(one.personId()));
        return desk.reader().sight(List.of(one), visibility, language).whole(one);
    }
}
