package org.holdfast.core.risk.rest;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.platform.rest.EntityTags;
import org.holdfast.core.platform.rest.Permitted;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.core.risk.scoring.Band;
import org.holdfast.core.risk.scoring.Bands;
import org.holdfast.core.risk.scoring.EvidenceRule;
import org.holdfast.core.risk.settings.CostInputs;
import org.holdfast.core.risk.settings.RiskSettings;
import org.holdfast.core.risk.settings.SettingsTable;
import org.jspecify.annotations.Nullable;

/** Thresholds, horizon and cost inputs of a subsidiary. */
@Path("risk/settings")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class SettingsResource {
    private final SettingsTable settings;
    private final Visibility visibility;

    /**
     * Creates the resource.
     *
     * @param settings settings per subsidiary
     * @param visibility what the reader may see
     */
    @Inject
    public SettingsResource(SettingsTable settings, Visibility visibility) {
        this.settings = settings;
        this.visibility = visibility;
    }

    /**
     * Settings as the API writes them.
     *
     * @param version rises by one with each change; what a caller sends here does not count
     * @param bands where the bands begin
     * @param evidence how much must be known for a score
     * @param horizonDays within how many days an exit counts when a model is trained
     * @param alertFrom code of the lowest band that opens an alert
     * @param minExits fewest exits before a trained model replaces the scorecard
     * @param cost what losing somebody costs
     */
    public record SettingsView(
            int version,
            Bands bands,
            EvidenceRule evidence,
            int horizonDays,
            String alertFrom,
            int minExits,
            CostInputs cost) {}

    /**
     * Shows the settings in force.
     *
     * @param subsidiaryId the subsidiary
     * @return the settings, with an ETag
     */
    @GET
    @Permitted("models:read")
    @Operation(summary = "Shows thresholds, horizon and cost inputs of a subsidiary")
    @APIResponseSchema(SettingsView.class)
    public Response show(@QueryParam("subsidiaryId") @Nullable UUID subsidiaryId) {
        UUID subsidiary = required(subsidiaryId);
        return answer(subsidiary, settings.current(subsidiary));
    }

    /**
     * Changes the settings, as a new version.
     *
     * @param subsidiaryId the subsidiary
     * @param ifMatch the ETag that was read
     * @param view the settings
     * @return the settings with their version
     */
    @PUT
    @Permitted("settings:write")
    @Operation(summary = "Changes thresholds, horizon and cost inputs, as a new version")
    @APIResponseSchema(SettingsView.class)
    public Response change(
            @QueryParam("subsidiaryId") @Nullable UUID subsidiaryId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            SettingsView view) {
        UUID subsidiary = required(subsidiaryId);
        EntityTags.demand(ifMatch, tag(subsidiary, settings.current(subsidiary)));
        return answer(subsidiary, settings.put(subsidiary, read(view)));
    }

    private UUID required(@Nullable UUID subsidiaryId) {
        if (subsidiaryId == null) {
            throw RestException.invalid("subsidiaryId", "missing");
        }
        visibility.requireSubsidiary(subsidiaryId);
        return subsidiaryId;
    }

    private static RiskSettings read(SettingsView view) {
        try {
            return new RiskSettings(
                    0,
                    view.bands(),
                    view.evidence(),
                    view.horizonDays(),
                    band(view.alertFrom()),
                    view.minExits(),
                    view.cost());
        } catch (IllegalArgumentException e) {
            throw RestException.invalid("settings", "range");
        }
    }

    private static Band band(String code) {
        for (Band band : Band.values()) {
            if (band.code().equals(code)) {
                return band;
            }
        }
        throw RestException.invalid("alertFrom", "unknown");
    }

    private static Response answer(UUID subsidiaryId, RiskSettings found) {
        SettingsView view = new SettingsView(
                found.version(),
                found.bands(),
                found.evidence(),
                found.horizonDays(),
                found.alertFrom().code(),
                found.minExits(),
                found.cost());
        return Response.ok(view).tag(tag(subsidiaryId, found)).build();
    }

    private static EntityTag tag(UUID subsidiaryId, RiskSettings found) {
        return EntityTags.of(subsidiaryId, found.version());
    }
}
