package org.holdfast.core.retention.teams;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.platform.rest.AuditNotes;
import org.holdfast.core.platform.rest.Cursors;
import org.holdfast.core.platform.rest.Page;
import org.holdfast.core.platform.rest.Permitted;
import org.jspecify.annotations.Nullable;

/** The teams that somebody left, for HR alone: no superior has it, acting ones neither. */
@Path("teams")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
public final class TeamsResource {
    private static final String READ = "risk:read";

    private final TeamReader reader;
    private final Cursors cursors;
    private final Visibility visibility;
    private final AuditNotes audit;

    /**
     * Creates the resource.
     *
     * @param reader shows teams
     * @param cursors for paging
     * @param visibility what the caller may see
     * @param audit told who is shown
     */
    @Inject
    TeamsResource(TeamReader reader, Cursors cursors, Visibility visibility, AuditNotes audit) {
        this.reader = reader;
        this.cursors = cursors;
        this.visibility = visibility;
        this.audit = audit;
    }

    /**
     * Lists the teams that somebody left within 180 days.
     *
     * @param limit items per page
     * @param cursor where to begin
     * @return the biggest move of scores upwards first
     */
    @GET
    @Permitted(READ)
    @Operation(summary = "Lists the teams that somebody left, the biggest move of scores first")
    public Page<TeamView> list(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        String query = "teams " + visibility.caller().id();
        return cursors.page(reader.moved(visibility), query, limit, cursor).map(one -> told(reader.row(one)));
    }

    /**
     * Returns a team.
     *
     * @param id the department
     * @return the team with its members
     */
    @GET
    @Path("{id}")
    @Permitted(READ)
    @Operation(summary = "Returns a team that somebody left, with its members")
    public TeamView get(@PathParam("id") UUID id) {
        return told(reader.whole(id, visibility));
    }

    private TeamView told(TeamView view) {
        Stream<UUID> left = view.left().stream().map(one -> one.employee().id());
        Stream<UUID> members = Stream.ofNullable(view.members())
                .flatMap(all -> all.stream().map(one -> one.employee().id()));
        audit.told(Stream.concat(left, members).toList());
        return view;
    }
}
