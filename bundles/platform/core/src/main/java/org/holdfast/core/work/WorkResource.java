package org.holdfast.core.work;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.platform.rest.AuditNotes;
import org.holdfast.core.platform.rest.Cursors;
import org.holdfast.core.platform.rest.Page;
import org.holdfast.core.platform.rest.Permitted;
import org.jspecify.annotations.Nullable;

/** What the caller has to do, from all rooms. */
@Path("work")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
public final class WorkResource {
    private final Work work;
    private final Cursors cursors;
    private final Visibility visibility;
    private final AuditNotes audit;

    /**
     * Creates the resource.
     *
     * @param work gathers what there is
     * @param cursors for paging
     * @param visibility what the caller may see
     * @param audit told who is shown
     */
    @Inject
    WorkResource(Work work, Cursors cursors, Visibility visibility, AuditNotes audit) {
        this.work = work;
        this.cursors = cursors;
        this.visibility = visibility;
        this.audit = audit;
    }

    /**
     * Lists what the caller has to do.
     *
     * @param limit items per page
     * @param cursor where to begin
     * @return the most urgent first, with how much there is
     */
    @GET
    @Permitted("alerts:read")
    @Operation(summary = "Lists what the caller has to do, the most urgent first")
    public WorkView list(@QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        List<WorkItem> all = work.items(visibility);
        String query = "work " + visibility.caller().id();
        Page<Optional<WorkView.Line>> page =
                cursors.page(all, query, limit, cursor).map(work::view);
        List<WorkView.Line> lines =
                page.items().stream().flatMap(Optional::stream).toList();
        audit.told(lines.stream().map(line -> line.employee().id()).distinct().toList());
        return new WorkView(lines, page.next(), work.counts(all, visibility));
    }
}
