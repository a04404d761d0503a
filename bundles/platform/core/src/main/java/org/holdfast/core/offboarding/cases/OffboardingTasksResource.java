package org.holdfast.core.offboarding.cases;

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
import org.jspecify.annotations.Nullable;

/** What offices have to do in cases of people who leave. */
@Path("offboardings")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class OffboardingTasksResource {
    private final TaskDesk tasks;
    private final OffboardingDesk desk;
    private final Cursors cursors;
    private final Visibility visibility;
    private final AuditNotes audit;

    /**
     * Creates the resource.
     *
     * @param tasks lists tasks
     * @param desk takes what was done
     * @param cursors for paging
     * @param visibility what the caller may see
     * @param audit told who is shown
     */
    @Inject
    OffboardingTasksResource(
            TaskDesk tasks, OffboardingDesk desk, Cursors cursors, Visibility visibility, AuditNotes audit) {
        this.tasks = tasks;
        this.desk = desk;
        this.cursors = cursors;
        this.visibility = visibility;
        this.audit = audit;
    }

    /**
     * Lists the caller's tasks.
     *
     * @param state {@code open}, or {@code done} for those of the last two weeks; null for open ones
     * @param limit items per page
     * @param cursor where to begin
     * @param language the reader's language
     * @return the most urgent first
     */
    @GET
    @Path("tasks")
    @Permitted(Performers.HANDLE)
    @Operation(summary = "Lists the tasks of offboarding cases that are the caller's, the most urgent first")
    public TaskLinesView list(
            @QueryParam("state") @Nullable String state,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        TaskDesk.Found found = tasks.find(state, visibility);
        String query = "offboardings/tasks " + visibility.caller().id() + ' ' + state;
        Page<OffboardingTask> page = cursors.page(found.tasks(), query, limit, cursor);
        audit.told(page.items().stream()
                .map(task -> task.of().personId())
                .distinct()
                .toList());
        return new TaskLinesView(
                tasks.lines(page.items(), visibility, language), page.next(), page.total(), found.counts());
    }

    /**
     * Notes that a task is done.
     *
     * @param id the case
     * @param taskId the task
     * @param step how it was done
     * @param language the reader's language
     * @return the case, as far as the caller is told
     */
    @POST
    @Path("{id}/tasks/{taskId}")
    @Permitted(Performers.HANDLE)
    @Operation(summary = "Notes that a task of a case is done; the flow goes on from it")
    public OffboardingView complete(
            @PathParam("id") UUID id,
            @PathParam("taskId") String taskId,
            TaskStep step,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        Offboarding of = desk.complete(id, taskId, step.outcome(), step.note(), visibility);
        audit.told(List.of(of.personId()));
        Offboarding now = desk.offboardings().table().find(id).orElse(of);
        return desk.reader().sight(List.of(now), visibility, language).whole(now);
    }
}
