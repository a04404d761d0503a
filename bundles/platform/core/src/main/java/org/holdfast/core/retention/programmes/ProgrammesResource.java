package org.holdfast.core.retention.programmes;

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
import org.holdfast.core.people.EmployeeRow;
import org.holdfast.core.platform.rest.AuditNotes;
import org.holdfast.core.platform.rest.Cursors;
import org.holdfast.core.platform.rest.Page;
import org.holdfast.core.platform.rest.Permitted;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.core.retention.programmes.ProgrammePeople.ChoicesView;
import org.holdfast.core.retention.programmes.ProgrammePeople.PreviewView;
import org.jspecify.annotations.Nullable;

/** Programmes for cohorts and teams, for HR alone. */
@Path("programmes")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class ProgrammesResource {
    static final String READ = "programmes:read";
    static final String WRITE = "programmes:write";

    private final ProgrammeDesk desk;
    private final Cursors cursors;
    private final Visibility visibility;
    private final AuditNotes audit;

    /**
     * Creates the resource.
     *
     * @param desk writes and shows programmes
     * @param cursors for paging
     * @param visibility what the caller may see
     * @param audit told who is shown
     */
    @Inject
    ProgrammesResource(ProgrammeDesk desk, Cursors cursors, Visibility visibility, AuditNotes audit) {
        this.desk = desk;
        this.cursors = cursors;
        this.visibility = visibility;
        this.audit = audit;
    }

    /**
     * The next step of a programme.
     *
     * @param version the version of the programme as it was read
     * @param step {@code submit}, {@code approve}, {@code return}, {@code reopen}, {@code start}, {@code finish} or {@code cancel}
     * @param note what is written beside it, at most 2,000 characters; needed to give it back
     */
    public record Step(
            @Nullable Integer version,
            @Nullable String step,
            @Nullable String note) {}

    /**
     * Who has got what.
     *
     * @param actionId the action
     * @param memberIds who has got it, null for all; without meaning for what is done once for all
     * @param done whether they have
     */
    public record Done(
            @Nullable UUID actionId,
            @Nullable List<UUID> memberIds,
            @Nullable Boolean done) {}

    /**
     * A cohort that is looked at before anything begins.
     *
     * @param subsidiaryId whose people it is chosen from
     * @param cohort the criteria, null for everybody
     */
    public record Preview(
            @Nullable UUID subsidiaryId, @Nullable Cohort cohort) {}

    /**
     * Lists programmes.
     *
     * @param state the state, null for all
     * @param limit items per page
     * @param cursor where to begin
     * @param language the reader's language
     * @return programmes the caller may see, the latest first
     */
    @GET
    @Permitted(READ)
    @Operation(summary = "Lists the programmes for cohorts and teams, the latest first")
    public Page<ProgrammeView> list(
            @QueryParam("state") @Nullable String state,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        ProgrammeState wanted = state == null || state.isEmpty()
                ? null
                : ProgrammeState.ofCode(state).orElseThrow(() -> RestException.invalid("state", "unknown"));
        List<Programme> found = desk.reader().visible(visibility).stream()
                .filter(one -> wanted == null || one.course().state() == wanted)
                .toList();
        String query = "programmes " + visibility.caller().id() + ' ' + wanted;
        return cursors.page(found, query, limit, cursor)
                .map(one -> desk.reader().row(one, visibility, language));
    }

    /**
     * Begins a programme.
     *
     * @param fields the programme
     * @param language the reader's language
     * @return the programme
     */
    @POST
    @Permitted(WRITE)
    @Operation(summary = "Begins a programme for a cohort, or the plan of a team")
    public ProgrammeView create(
            ProgrammeFields fields, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        return whole(desk.create(fields, visibility), language);
    }

    /**
     * Returns what programmes can be made of.
     *
     * @param subsidiaryId the subsidiary
     * @param language the reader's language
     * @return templates, position families and grades
     */
    @GET
    @Path("choices")
    @Permitted(READ)
    @Operation(summary = "Returns what programmes of a subsidiary can be made of")
    public ChoicesView choices(
            @QueryParam("subsidiaryId") @Nullable UUID subsidiaryId,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        return desk.reader().choices(desk.requireSubsidiary(subsidiaryId, visibility), language);
    }

    /**
     * Says who would belong to a programme.
     *
     * @param asked the criteria
     * @return how many, and the first of them
     */
    @POST
    @Path("preview")
    @Permitted(READ)
    @Operation(summary = "Says who would belong to a programme if it began today; nothing is stored")
    public PreviewView preview(Preview asked) {
        PreviewView view = desk.preview(asked.subsidiaryId(), asked.cohort(), visibility);
        audit.told(view.first().stream().map(EmployeeRow::id).toList());
        return view;
    }

    /**
     * Returns a programme.
     *
     * @param id the programme
     * @param language the reader's language
     * @return the programme with what was done with it
     */
    @GET
    @Path("{id}")
    @Permitted(READ)
    @Operation(summary = "Returns a programme with what was done with it")
    public ProgrammeView get(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        return whole(desk.reader().find(id, visibility), language);
    }

    /**
     * Changes a draft.
     *
     * @param id the programme
     * @param fields the programme, with the version as it was read
     * @param language the reader's language
     * @return the programme
     */
    @PUT
    @Path("{id}")
    @Permitted(WRITE)
    @Operation(summary = "Changes the draft of a programme")
    public ProgrammeView change(
            @PathParam("id") UUID id,
            ProgrammeFields fields,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        return whole(desk.change(id, fields, visibility), language);
    }

    /**
     * Takes the next step with a programme.
     *
     * @param id the programme
     * @param step the step
     * @param language the reader's language
     * @return the programme
     */
    @POST
    @Path("{id}/steps")
    @Permitted(WRITE)
    @Operation(summary = "Puts a programme forward, approves it, begins it with its cohort, or ends it")
    public ProgrammeView step(
            @PathParam("id") UUID id, Step step, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        return whole(desk.step(id, step, visibility), language);
    }

    /**
     * Notes who has got what.
     *
     * @param id the programme
     * @param done what
     * @param language the reader's language
     * @return the programme
     */
    @POST
    @Path("{id}/progress")
    @Permitted(WRITE)
    @Operation(summary = "Notes which members of a running programme have got an action")
    public ProgrammeView progress(
            @PathParam("id") UUID id, Done done, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        return whole(desk.note(id, done, visibility), language);
    }

    private ProgrammeView whole(Programme of, @Nullable String language) {
        return desk.reader().whole(of, visibility, language);
    }
}
