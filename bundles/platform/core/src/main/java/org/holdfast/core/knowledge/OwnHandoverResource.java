package org.holdfast.core.knowledge;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.offboarding.cases.ExitCases;
import org.holdfast.core.platform.rest.Permitted;
import org.holdfast.core.platform.rest.RestException;
import org.jspecify.annotations.Nullable;

/** The caller's own handover, as who leaves and as who gets something. */
@Path("knowledge/own")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class OwnHandoverResource {
    private static final String READ = "own:read";
    private static final String WRITE = "own:write";

    private final HandoverDesk desk;
    private final HandoverReader reader;
    private final ExitCases cases;
    private final Visibility visibility;

    /**
     * Creates the resource.
     *
     * @param desk changes lists
     * @param reader shows them
     * @param cases who leaves
     * @param visibility who calls
     */
    @Inject
    OwnHandoverResource(HandoverDesk desk, HandoverReader reader, ExitCases cases, Visibility visibility) {
        this.desk = desk;
        this.reader = reader;
        this.cases = cases;
        this.visibility = visibility;
    }

    /**
     * What the caller hands over and gets.
     *
     * @param leaving what they hand over, null where they do not leave
     * @param received what they get, null where they are no employee
     */
    public record OwnHandover(
            @Nullable ChecklistView leaving, @Nullable ReceivedView received) {}

    /**
     * Returns what the caller hands over and gets.
     *
     * @param language the reader's languages
     * @return both lists
     */
    @GET
    @Permitted(READ)
    @Operation(summary = "Returns what the caller hands over, and what is handed over to them")
    public OwnHandover get(@HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        ChecklistView leaving = visibility
                .caller()
                .employeeId()
                .flatMap(cases::ofPerson)
                .map(of -> reader.show(of, visibility, language))
                .orElse(null);
        return new OwnHandover(leaving, reader.received(visibility, language).orElse(null));
    }

    /**
     * Says that something is handed over.
     *
     * @param item the item
     * @param step the version
     * @param language the reader's languages
     * @return both lists
     */
    @POST
    @Path("items/{item}/handover")
    @Permitted(WRITE)
    @Operation(summary = "Says that something is handed over; HR and superiors say so for who is gone")
    public OwnHandover handOver(
            @PathParam("item") UUID item,
            ItemStep step,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        desk.handOver(item, step, visibility);
        return get(language);
    }

    /**
     * Accepts something.
     *
     * @param item the item
     * @param step the version
     * @param language the reader's languages
     * @return what the caller gets
     */
    @POST
    @Path("received/{item}/acceptance")
    @Permitted(WRITE)
    @Operation(summary = "Accepts what was handed over to the caller")
    public ReceivedView accept(
            @PathParam("item") UUID item,
            ItemStep step,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        desk.accept(item, step, visibility);
        return received(language);
    }

    /**
     * Gives something back.
     *
     * @param item the item
     * @param step version and reason
     * @param language the reader's languages
     * @return what the caller gets
     */
    @POST
    @Path("received/{item}/return")
    @Permitted(WRITE)
    @Operation(summary = "Gives back what was handed over to the caller, with a reason")
    public ReceivedView giveBack(
            @PathParam("item") UUID item,
            ItemStep step,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        desk.giveBack(item, step, visibility);
        return received(language);
    }

    private ReceivedView received(@Nullable String language) {
        return reader.received(visibility, language).orElseThrow(RestException::notFound);
    }
}
