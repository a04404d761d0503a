package org.holdfast.core.retention.cases;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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

    private final CaseTable table;
    private final CaseReader reader;
    private final Cursors cursors;
    private final Visibility visibility;
    private final AuditNotes audit;

    /**
     * Creates the resource.
     *
     * @param table the cases
     * @param reader shows them
     * @param cursors for paging
     * @param visibility what the caller may see
     * @param audit told who is shown
     */
    @Inject
    CasesResource(CaseTable table, CaseReader reader, Cursors cursors, Visibility visibility, AuditNotes audit) {
        this.table = table;
        this.reader = reader;
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
        return cursors.page(reader.visible(cases(state, alert), visibility), query, limit, cursor)
                .map(one -> told(reader.view(one, visibility, language)));
    }

    /**
     * Returns a case.
     *
     * @param id the case
     * @param language the reader's language
     * @return the case
     */
    @GET
    @Path("{id}")
    @Permitted(READ)
    @Operation(summary = "Returns a case")
    public CaseView get(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        return told(reader.view(reader.find(id, visibility), visibility, language));
    }

    private List<RetentionCase> cases(@Nullable String state, @Nullable UUID alert) {
        CaseState wanted = state == null || state.isEmpty()
                ? null
                : CaseState.ofCode(state).orElseThrow(() -> RestException.invalid("state", "caseState"));
        if (alert != null) {
            return table.ofAlert(alert).stream()
                    .filter(one -> wanted == null || one.state() == wanted)
                    .toList();
        }
        return wanted == null ? table.all() : table.inState(wanted);
    }

    private CaseView told(CaseView view) {
        audit.told(List.of(view.employee().id()));
        return view;
    }
}
