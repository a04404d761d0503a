package org.holdfast.core.retention.plans;

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

/** The plans of cases, for HR, for the superiors who have the case, and for who approves. */
@Path("plans")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class PlansResource {
    private static final String READ = "alerts:read";
    private static final String WRITE = "alerts:write";
    private static final int LONGEST_NOTE = 2_000;

    private final PlanTable table;
    private final PlanDesk desk;
    private final Cursors cursors;
    private final Visibility visibility;
    private final AuditNotes audit;

    /**
     * Creates the resource.
     *
     * @param table the plans
     * @param desk writes and shows them
     * @param cursors for paging
     * @param visibility what the caller may see
     * @param audit told who is shown
     */
    @Inject
    PlansResource(PlanTable table, PlanDesk desk, Cursors cursors, Visibility visibility, AuditNotes audit) {
        this.table = table;
        this.desk = desk;
        this.cursors = cursors;
        this.visibility = visibility;
        this.audit = audit;
    }

    /**
     * A plan that is begun.
     *
     * @param caseId its case
     * @param actions what is to be done, at most 50; null for nothing yet
     */
    public record NewPlan(@Nullable UUID caseId, @Nullable List<ActionFields> actions) {}

    /**
     * A step with the whole plan.
     *
     * @param version the version of the plan as it was read
     * @param note what is written beside it, at most 2,000 characters, null for nothing
     */
    public record Step(@Nullable Integer version, @Nullable String note) {}

    /**
     * What somebody decides who was asked to approve.
     *
     * @param version the version of the plan as it was read
     * @param outcome {@code approved} or {@code returned}
     * @param note why, at most 2,000 characters; needed to give it back
     */
    public record Decision(
            @Nullable Integer version,
            @Nullable String outcome,
            @Nullable String note) {}

    /**
     * Lists plans.
     *
     * @param state the state, null for all that are not stopped
     * @param of the case whose plan is looked for, null for all
     * @param limit items per page
     * @param cursor where to begin
     * @param language the reader's language
     * @return plans the caller may see, what is due first before the rest
     */
    @GET
    @Permitted(READ)
    @Operation(summary = "Lists the plans, what is due first before the rest")
    public Page<PlanView> list(
            @QueryParam("state") @Nullable String state,
            @QueryParam("case") @Nullable UUID of,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        List<Plan> all = of == null ? plans(state) : table.ofCase(of).stream().toList();
        String query = "plans " + visibility.caller().id() + ' ' + state + ' ' + of;
        return cursors.page(desk.reader().visible(all, visibility), query, limit, cursor)
                .map(plan -> told(desk.reader().row(plan, visibility, language)));
    }

    /**
     * Begins a plan.
     *
     * @param fresh the plan
     * @param language the reader's language
     * @return the plan
     */
    @POST
    @Permitted(WRITE)
    @Operation(summary = "Begins the plan of a case")
    public PlanView create(NewPlan fresh, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        return told(desk.create(fresh, visibility, language));
    }

    /**
     * Returns a plan.
     *
     * @param id the plan
     * @param language the reader's language
     * @return the plan with what was done with it
     */
    @GET
    @Path("{id}")
    @Permitted(READ)
    @Operation(summary = "Returns a plan with what was done with it")
    public PlanView get(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        return told(desk.reader().whole(desk.reader().find(id, visibility), visibility, language));
    }

    /**
     * Adds an action.
     *
     * @param id the plan
     * @param fields the action, with the version of the plan
     * @param language the reader's language
     * @return the plan
     */
    @POST
    @Path("{id}/actions")
    @Permitted(WRITE)
    @Operation(summary = "Adds an action to a draft")
    public PlanView add(
            @PathParam("id") UUID id,
            ActionFields fields,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        return told(desk.add(id, fields, visibility, language));
    }

    /**
     * Changes an action, or moves it on the board.
     *
     * @param id the plan
     * @param actionId the action
     * @param fields the action, with its version
     * @param language the reader's language
     * @return the plan
     */
    @PUT
    @Path("{id}/actions/{actionId}")
    @Permitted(WRITE)
    @Operation(summary = "Changes an action, or moves it on the board")
    public PlanView change(
            @PathParam("id") UUID id,
            @PathParam("actionId") UUID actionId,
            ActionFields fields,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        return told(desk.change(id, actionId, fields, visibility, language));
    }

    /**
     * Puts a draft before whoever approves.
     *
     * @param id the plan
     * @param step its version, and a note
     * @param language the reader's language
     * @return the plan
     */
    @POST
    @Path("{id}/submission")
    @Permitted(WRITE)
    @Operation(summary = "Puts a draft before whoever approves")
    public PlanView submit(
            @PathParam("id") UUID id, Step step, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        return told(desk.submit(id, version(step.version()), note(step.note(), false), visibility, language));
    }

    /**
     * Makes a submitted or approved plan a draft again.
     *
     * @param id the plan
     * @param step its version, and a note
     * @param language the reader's language
     * @return the plan
     */
    @POST
    @Path("{id}/reopening")
    @Permitted(WRITE)
    @Operation(summary = "Makes a submitted or approved plan a draft again")
    public PlanView reopen(
            @PathParam("id") UUID id, Step step, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        return told(desk.reopen(id, version(step.version()), note(step.note(), false), visibility, language));
    }

    /**
     * Approves a plan, or gives it back.
     *
     * @param id the plan
     * @param decision what is decided
     * @param language the reader's language
     * @return the plan
     */
    @POST
    @Path("{id}/decision")
    @Permitted(WRITE)
    @Operation(summary = "Approves a plan, or gives it back; nobody approves what they have put forward")
    public PlanView decide(
            @PathParam("id") UUID id,
            Decision decision,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        boolean approved = "approved".equals(decision.outcome());
        if (!approved && !"returned".equals(decision.outcome())) {
            throw RestException.invalid("outcome", decision.outcome() == null ? "missing" : "unknown");
        }
        String note = note(decision.note(), !approved);
        PlanDesk.Decided decided = new PlanDesk.Decided(version(decision.version()), approved, note);
        return told(desk.decide(id, decided, visibility, language));
    }

    private List<Plan> plans(@Nullable String state) {
        if (state == null || state.isEmpty()) {
            return table.running();
        }
        PlanState wanted = PlanState.ofCode(state).orElseThrow(() -> RestException.invalid("state", "unknown"));
        return table.all().stream()
                .filter(plan -> plan.course().state() == wanted)
                .toList();
    }

    private static int version(@Nullable Integer version) {
        if (version == null) {
            throw RestException.invalid("version", "missing");
        }
        return version;
    }

    private static String note(@Nullable String note, boolean needed) {
        String stripped = note == null ? "" : note.strip();
        if (stripped.length() > LONGEST_NOTE) {
            throw RestException.invalid("note", "longNote");
        }
        if (needed && stripped.isEmpty()) {
            throw RestException.invalid("note", "missing");
        }
        return stripped;
    }

    private PlanView told(PlanView view) {
        audit.told(List.of(view.employee().id()));
        return view;
    }
}
