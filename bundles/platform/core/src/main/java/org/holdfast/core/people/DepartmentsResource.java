package org.holdfast.core.people;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.platform.rest.Cursors;
import org.holdfast.core.platform.rest.NothingPersonal;
import org.holdfast.core.platform.rest.Page;
import org.holdfast.core.platform.rest.Permitted;
import org.holdfast.core.platform.rest.RestException;
import org.jspecify.annotations.Nullable;

/** Divisions, departments and teams. */
@Path("departments")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
public final class DepartmentsResource {
    private final SealedPeople people;
    private final Visibility visibility;
    private final Cursors cursors;

    /**
     * Creates the resource.
     *
     * @param people who works where
     * @param visibility what the caller may see
     * @param cursors for paging
     */
    @Inject
    DepartmentsResource(SealedPeople people, Visibility visibility, Cursors cursors) {
        this.people = people;
        this.visibility = visibility;
        this.cursors = cursors;
    }

    /**
     * Lists departments.
     *
     * @param subsidiaryId only those of this subsidiary
     * @param limit items per page
     * @param cursor where to begin
     * @return those the caller may see, by subsidiary and code
     */
    @GET
    @NothingPersonal
    @Permitted("group:read")
    @Operation(summary = "Lists the departments")
    public Page<DepartmentView> departments(
            @QueryParam("subsidiaryId") @Nullable UUID subsidiaryId,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        if (subsidiaryId != null && !visibility.maySeeSubsidiary(subsidiaryId)) {
            throw RestException.notFound();
        }
        List<Department> seen = new ArrayList<>();
        for (Subsidiary subsidiary : people.subsidiaries()) {
            boolean wanted = subsidiaryId == null || subsidiaryId.equals(subsidiary.id());
            if (wanted && visibility.maySeeSubsidiary(subsidiary.id())) {
                seen.addAll(people.departments(subsidiary.id()));
            }
        }
        String query = "departments " + subsidiaryId + ' ' + visibility.caller().id();
        return cursors.page(seen, query, limit, cursor)
                .map(department -> DepartmentView.of(department, people.headcount(department.id())));
    }
}
