package org.holdfast.core.people;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.platform.rest.Cursors;
import org.holdfast.core.platform.rest.NothingPersonal;
import org.holdfast.core.platform.rest.Page;
import org.holdfast.core.platform.rest.Permitted;
import org.jspecify.annotations.Nullable;

/** The companies of the group. */
@Path("subsidiaries")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
public final class SubsidiariesResource {
    private final SealedPeople people;
    private final Visibility visibility;
    private final Cursors cursors;
    private final Instance<ModelSummary> models;

    /**
     * Creates the resource.
     *
     * @param people who works where
     * @param visibility what the caller may see
     * @param cursors for paging
     * @param models which model scores whom
     */
    @Inject
    SubsidiariesResource(SealedPeople people, Visibility visibility, Cursors cursors, Instance<ModelSummary> models) {
        this.people = people;
        this.visibility = visibility;
        this.cursors = cursors;
        this.models = models;
    }

    /**
     * Lists subsidiaries.
     *
     * @param limit items per page
     * @param cursor where to begin
     * @return those the caller may see, by code
     */
    @GET
    @NothingPersonal
    @Permitted("group:read")
    @Operation(summary = "Lists the subsidiaries")
    public Page<SubsidiaryView> subsidiaries(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        List<Subsidiary> seen = people.subsidiaries().stream()
                .filter(subsidiary -> visibility.maySeeSubsidiary(subsidiary.id()))
                .toList();
        String query = "subsidiaries " + visibility.caller().id();
        return cursors.page(seen, query, limit, cursor).map(this::view);
    }

    private SubsidiaryView view(Subsidiary subsidiary) {
        ModelSummary.Model model = models.isResolvable() ? models.get().of(subsidiary.id()) : ModelSummary.Model.NONE;
        return SubsidiaryView.of(subsidiary, people.headcount(subsidiary.id()), model);
    }
}
