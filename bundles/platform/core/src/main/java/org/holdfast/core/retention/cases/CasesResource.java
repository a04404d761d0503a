package org.holdfast.core.retention.cases;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
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

/** The cases, for HR and for the superiors who have to talk. */
@Path("cases")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class CasesResource {
    private static final String READ = "alerts:read";
    private static final String WRITE = "alerts:write";

    private final CaseReader reader;
    private final TalkDesk talks;
    private final Cursors cursors;
    private final Visibility visibility;
    private final AuditNotes audit;

    /**
     * Creates the resource.
     *
     * @param reader shows cases
     * @param talks records talks
     * @param cursors for paging
     * @param visibility what the caller may see
     * @param audit told who is shown
     */
    @Inject
    CasesResource(CaseReader reader, TalkDesk talks, Cursors cursors, Visibility visibility, AuditNotes audit) {
        this.reader = reader;
        this.talks = talks;
        this.cursors = cursors;
        this.visibility = visibility;
        this.audit = audit;
    }

    /**
     * Lists cases.
     *
     * @param state the state, or null for all
     * @param alert the alert whose case is looked for, or null for all
     * @param limit items per page
     * @param cursor where to begin
     * @param language the reader's language
     * @return cases the caller may see: overdue first, then by their due day
     */
    @GET
    @Permitted(READ)
    @Operation(summary = "Lists the cases, overdue first")
    public Page<CaseView> list(
            @QueryParam("state") @Nullable String state,
            @QueryParam("alert") @Nullable UUID alert,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        String query = "cases " + visibility.caller().id() + ' ' + state + ' ' + alert;
        return cursors.page(reader.visible(reader.cases(wanted(state), alert), visibility), query, limit, cursor)
                .map(one -> told(reader.view(one, visibility, language)));
    }

    /**
     * Returns a case.
     *
     * @param id the case
     * @param language the reader's language
     * @return the case with its talks
     */
    @GET
    @Path("{id}")
    @Permitted(READ)
    @Operation(summary = "Returns a case with its talks")
    public CaseView get(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        return whole(id, language);
    }

    /**
     * Records a talk. The first one stops the clock; none is ever changed, a mistake is corrected by a further one.
     *
     * @param id the case
     * @param draft the talk
     * @param language the reader's language
     * @return the case with its talks
     */
    @POST
    @Path("{id}/talks")
    @Permitted(WRITE)
    @Operation(summary = "Records a talk")
    public CaseView talk(
            @PathParam("id") UUID id,
            TalkDraft draft,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        talks.record(reader.find(id, visibility), visibility, draft);
        return whole(id, language);
    }

    private CaseView whole(UUID id, @Nullable String language) {
        RetentionCase one = reader.find(id, visibility);
        return told(talks.whole(reader.view(one, visibility, language), one, visibility, language));
    }

    private static @Nullable CaseState wanted(@Nullable String state) {
        return state == null || state.isEmpty()
                ? null
                : CaseState.ofCode(state).orElseThrow(() -> RestException.invalid("state", "caseState"));
    }

    private CaseView told(CaseView view) {
        audit.told(List.of(view.employee().id()));
        return view;
    }
}
