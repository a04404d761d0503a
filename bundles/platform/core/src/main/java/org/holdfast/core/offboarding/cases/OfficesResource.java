package org.holdfast.core.offboarding.cases;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.platform.rest.Permitted;
import org.holdfast.core.platform.rest.RestException;
import org.jspecify.annotations.Nullable;

/** Who does the tasks of IT, finance, administration and legal in a subsidiary. */
@Path("offboardings/offices")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class OfficesResource {
    private final OfficeDesk desk;
    private final Visibility visibility;

    /**
     * Creates the resource.
     *
     * @param desk names accounts
     * @param visibility what the caller may see
     */
    @Inject
    OfficesResource(OfficeDesk desk, Visibility visibility) {
        this.desk = desk;
        this.visibility = visibility;
    }

    /**
     * Returns who does the tasks of which office.
     *
     * @param subsidiaryId the subsidiary
     * @return the offices
     */
    @GET
    @Permitted(Performers.MANAGE)
    @Operation(summary = "Returns who does the tasks of which office in a subsidiary")
    public OfficesView get(@QueryParam("subsidiaryId") @Nullable UUID subsidiaryId) {
        return desk.of(required(subsidiaryId));
    }

    /**
     * Says who does the tasks of which office from now on.
     *
     * @param fields the offices
     * @return the offices
     */
    @PUT
    @Permitted(Performers.MANAGE)
    @Operation(summary = "Says who does the tasks of which office from now on; open tasks go with it")
    public OfficesView set(OfficesFields fields) {
        return desk.set(required(fields.subsidiaryId()), fields);
    }

    private UUID required(@Nullable UUID subsidiaryId) {
        if (subsidiaryId == null) {
            throw RestException.invalid("subsidiaryId", "missing");
        }
        visibility.requireSubsidiary(subsidiaryId);
        return subsidiaryId;
    }
}
