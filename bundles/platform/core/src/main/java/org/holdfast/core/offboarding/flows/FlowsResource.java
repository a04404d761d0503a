package org.holdfast.core.offboarding.flows;

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
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.offboarding.flows.FlowsView.VersionView;
import org.holdfast.core.platform.rest.Permitted;
import org.holdfast.core.platform.rest.TellsNothing;
import org.jspecify.annotations.Nullable;

/** Offboarding flows: which there are, new versions of them, and which flow a subsidiary uses. */
@Path("flows")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class FlowsResource {
    private static final String READ = "flows:read";

    private final FlowDesk desk;
    private final Visibility visibility;

    /**
     * Creates the resource.
     *
     * @param desk shows and changes flows
     * @param visibility what the caller may see
     */
    @Inject
    FlowsResource(FlowDesk desk, Visibility visibility) {
        this.desk = desk;
        this.visibility = visibility;
    }

    /**
     * What a subsidiary shall use.
     *
     * @param flowId a flow of its own or of the group
     */
    public record Use(@Nullable UUID flowId) {}

    /**
     * What the group demands of every flow.
     *
     * @param steps codes of steps, such as {@code handover}
     */
    @TellsNothing
    public record Demand(@Nullable List<String> steps) {}

    /**
     * Lists flows.
     *
     * @param language the reader's language
     * @return flows the caller may see, which are in use, and what the group demands
     */
    @GET
    @Permitted(READ)
    @Operation(summary = "Lists the offboarding flows, which are in use, and the steps the group demands of all")
    public FlowsView list(@HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        return desk.list(visibility, language);
    }

    /**
     * Takes in a new version as a draft. A file that may not run is refused with every reason, each with its line.
     *
     * @param subsidiaryId whose flow, null for the group's
     * @param file the BPMN 2.0 file, at most 1 MiB
     * @return the draft; where the newest version is the same file, that
     */
    @POST
    @Consumes({MediaType.APPLICATION_XML, MediaType.TEXT_XML, MediaType.APPLICATION_OCTET_STREAM})
    @Permitted(FlowDesk.MANAGE)
    @Operation(summary = "Checks a BPMN 2.0 file and takes it in as the draft of a flow's next version")
    public VersionView upload(@QueryParam("subsidiaryId") @Nullable UUID subsidiaryId, InputStream file) {
        try {
            return desk.upload(subsidiaryId, file.readNBytes(XmlTree.BYTES + 1), visibility);
        } catch (IOException e) {
            throw new UncheckedIOException("The file broke off", e);
        }
    }

    /**
     * Returns the file of a version.
     *
     * @param id the flow
     * @param number the version
     * @return BPMN 2.0 XML with its diagram interchange
     */
    @GET
    @Path("{id}/versions/{number}/diagram")
    @Produces(MediaType.APPLICATION_XML)
    @Permitted(READ)
    @Operation(summary = "Returns the BPMN 2.0 file of a version of a flow")
    public byte[] diagram(@PathParam("id") UUID id, @PathParam("number") int number) {
        return desk.file(id, number, visibility);
    }

    /**
     * Says what a version changes.
     *
     * @param id the flow
     * @param number the version
     * @return the nodes that differ from the version in use, and the mandatory steps
     */
    @GET
    @Path("{id}/versions/{number}/difference")
    @Permitted(READ)
    @Operation(summary = "Says what a version of a flow changes against the one in use")
    public FlowDifference difference(@PathParam("id") UUID id, @PathParam("number") int number) {
        return desk.difference(id, number, visibility);
    }

    /**
     * Publishes a draft: new runs start on it, those under way stay on theirs.
     *
     * @param id the flow
     * @param number the version
     * @return the version
     */
    @POST
    @Path("{id}/versions/{number}/publication")
    @Permitted(FlowDesk.MANAGE)
    @Operation(summary = "Publishes a version of a flow; runs under way stay on theirs")
    public VersionView publish(@PathParam("id") UUID id, @PathParam("number") int number) {
        return desk.publish(id, number, visibility);
    }

    /**
     * Chooses the flow of a subsidiary.
     *
     * @param subsidiaryId the subsidiary
     * @param use the flow
     * @param language the reader's language
     * @return the flows as they are now
     */
    @PUT
    @Path("uses/{subsidiaryId}")
    @Permitted(FlowDesk.MANAGE)
    @Operation(summary = "Chooses the flow on which new offboardings of a subsidiary run")
    public FlowsView use(
            @PathParam("subsidiaryId") UUID subsidiaryId,
            Use use,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        desk.use(subsidiaryId, use.flowId(), visibility);
        return desk.list(visibility, language);
    }

    /**
     * Changes what the group demands of every flow; for HR of the group.
     *
     * @param demand the steps
     * @return the steps as they are now
     */
    @PUT
    @Path("mandatory")
    @Permitted(FlowDesk.MANAGE)
    @Operation(summary = "Changes the steps that no flow of the group may leave out")
    public Demand demand(Demand demand) {
        return new Demand(desk.demand(demand.steps(), visibility));
    }
}
