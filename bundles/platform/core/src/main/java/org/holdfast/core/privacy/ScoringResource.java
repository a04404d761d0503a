package org.holdfast.core.privacy;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.platform.rest.Permitted;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.core.platform.rest.TellsNothing;
import org.holdfast.core.protection.basis.ScoringPermission;
import org.holdfast.core.protection.basis.ScoringPermission.Refusal;
import org.holdfast.core.protection.basis.ScoringStops;
import org.jspecify.annotations.Nullable;

/** The stop button: whether the people of a subsidiary are scored (AI Act Art. 14(4)(e)). */
@Path("privacy/scoring/{subsidiaryId}")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class ScoringResource {
    private final ScoringPermission permission;
    private final ScoringStops stops;
    private final Visibility visibility;

    /**
     * Creates the resource.
     *
     * @param permission says whether scoring is allowed
     * @param stops where it is stopped
     * @param visibility what the caller may see
     */
    @Inject
    ScoringResource(ScoringPermission permission, ScoringStops stops, Visibility visibility) {
        this.permission = permission;
        this.stops = stops;
        this.visibility = visibility;
    }

    /**
     * Whether scoring is to be stopped.
     *
     * @param stopped true to stop, false to let it go on
     */
    public record Wanted(@Nullable Boolean stopped) {}

    /**
     * Whether the people of a subsidiary are scored.
     *
     * @param allowed whether they may be
     * @param refusal why they may not: {@code stopped}, {@code noRuleBook}, {@code notAssessed}, {@code newModel}; null
     *     where they may
     * @param stopped whether somebody stopped it
     */
    @TellsNothing
    public record ScoringView(boolean allowed, @Nullable String refusal, boolean stopped) {}

    /**
     * Shows whether the people of a subsidiary are scored.
     *
     * @param subsidiaryId the subsidiary
     * @return whether, and why not
     */
    @GET
    @Permitted("privacy:read")
    @Operation(summary = "Shows whether the people of a subsidiary may be scored, and why not")
    public ScoringView show(@PathParam("subsidiaryId") UUID subsidiaryId) {
        visibility.requireSubsidiary(subsidiaryId);
        String refusal = permission.refusal(subsidiaryId).map(Refusal::code).orElse(null);
        return new ScoringView(refusal == null, refusal, stops.stopped(subsidiaryId));
    }

    /**
     * Stops scoring at once, or lets it go on. Scores of before are not shown while it is stopped.
     *
     * @param subsidiaryId the subsidiary
     * @param wanted which of the two
     * @return whether people are scored now
     */
    @PUT
    @Permitted("privacy:sign")
    @Operation(summary = "Stops the scoring of a subsidiary at once, or lets it go on")
    public ScoringView set(@PathParam("subsidiaryId") UUID subsidiaryId, Wanted wanted) {
        visibility.requireSubsidiary(subsidiaryId);
        if (wanted.stopped() == null) {
            throw RestException.invalid("stopped", "missing");
        }
        stops.set(
                subsidiaryId,
                wanted.stopped(),
                UUID.fromString(visibility.caller().id()));
        return show(subsidiaryId);
    }
}
