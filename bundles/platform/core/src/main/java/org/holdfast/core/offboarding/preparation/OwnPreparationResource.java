package org.holdfast.core.offboarding.preparation;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.platform.rest.Permitted;
import org.holdfast.core.platform.rest.TellsNothing;
import org.jspecify.annotations.Nullable;

/** What is prepared for the caller: nobody's handover is prepared behind their back. */
@Path("offboardings/preparations/own")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
public final class OwnPreparationResource {
    private final PreparationDesk desk;
    private final Visibility visibility;

    /**
     * Creates the resource.
     *
     * @param desk finds preparations
     * @param visibility who calls
     */
    @Inject
    OwnPreparationResource(PreparationDesk desk, Visibility visibility) {
        this.desk = desk;
        this.visibility = visibility;
    }

    /**
     * What the person it is about is told.
     *
     * @param goesOn whether anything is prepared
     * @param why a code of {@link PreparationWhy}, null where nothing is prepared
     * @param since when it began, null where nothing is prepared
     */
    @TellsNothing
    public record OwnView(
            boolean goesOn, @Nullable String why, @Nullable OffsetDateTime since) {}

    /**
     * Returns what is prepared for the caller.
     *
     * @return that it goes on, why, and since when
     */
    @GET
    @Permitted("own:read")
    @Operation(summary = "Says whether a handover of the caller's work is prepared, why, and since when")
    public OwnView get() {
        return desk.own(visibility)
                .map(one -> new OwnView(
                        true, one.content().why(), desk.moment(one, one.course().startedAt())))
                .orElseGet(() -> new OwnView(false, null, null));
    }
}
