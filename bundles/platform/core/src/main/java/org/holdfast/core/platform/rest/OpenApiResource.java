package org.holdfast.core.platform.rest;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The description of the API by itself. */
@Path("openapi.json")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
public final class OpenApiResource {
    private final ResourceClasses resources;

    /**
     * Creates the resource.
     *
     * @param resources the resource classes of the server
     */
    @Inject
    public OpenApiResource(ResourceClasses resources) {
        this.resources = resources;
    }

    /**
     * Describes the API.
     *
     * @return an OpenAPI 3.1 document
     */
    @GET
    @NothingPersonal
    @Open
    @WorksSealed
    @Operation(summary = "Describes the API as OpenAPI 3.1")
    public Map<String, Object> describe() {
        return new OpenApiDocument().describe(Endpoint.of(resources.all()), "1");
    }
}
