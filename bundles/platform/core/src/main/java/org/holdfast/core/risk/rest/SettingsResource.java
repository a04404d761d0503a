package org.holdfast.core.risk.rest;

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
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.platform.rest.EntityTags;
import org.holdfast.core.platform.rest.NothingPersonal;
import org.holdfast.core.platform.rest.Permitted;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.core.platform.rest.TellsNothing;
import org.holdfast.core.risk.rest.FeatureCatalog.FeatureList;
import org.holdfast.core.risk.scoring.Band;
import org.holdfast.core.risk.scoring.Bands;
import org.holdfast.core.risk.scoring.EvidenceRule;
import org.holdfast.core.risk.settings.CostInputs;
import org.holdfast.core.risk.settings.RiskSettings;
import org.holdfast.core.risk.settings.SettingsTable;
import org.jspecify.annotations.Nullable;

/** Thresholds, horizon, features and cost inputs of a subsidiary, in versions. */
@Path("risk/settings")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class SettingsResource {
    private final SettingsTable settings;
    private final FeatureCatalog features;
    private final Visibility visibility;

    /**
     * Creates the resource.
     *
     * @param settings settings per subsidiary
     * @param features the features there are to choose from
     * @param visibility what the reader may see
     */
    @Inject
    public SettingsResource(SettingsTable settings, FeatureCatalog features, Visibility visibility) {
        this.settings = settings;
        this.features = features;
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
     * @param nightlyAt at what time of the subsidiary's own day everybody is scored, such as {@code 02:00}; what a caller
     *     leaves out becomes that
     * @param quietDays for how many days after an alert was closed no new one is opened about the person, 0 to 365; left
     *     out in a change, it stays
     * @param alertsPerWeek how many alerts are opened in a week for each account of HR, 0 to 1000, 0 for all; left out in a
     *     change, it stays
     * @param featuresOff codes of the industry's features that are not used; left out in a change, they stay as they
     *     are
     */
    @TellsNothing
    public record SettingsView(
            int version,
            Bands bands,
            EvidenceRule evidence,
            int horizonDays,
            String alertFrom,
            int minExits,
            CostInputs cost,
            @Nullable String nightlyAt,
            @Nullable Integer quietDays,
            @Nullable Integer alertsPerWeek,
            @Nullable List<String> featuresOff) {}

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
        return answer(subsidiary, settings.put(subsidiary, read(view, subsidiary)));
    }

    /**
     * A version of the settings.
     *
     * @param changedAt when it was put in force
     * @param settings the settings
     */
    public record VersionRow(Instant changedAt, SettingsView settings) {}

    /**
     * Versions of the settings.
     *
     * @param items newest first; the first is in force
     */
    @TellsNothing
    public record VersionList(List<VersionRow> items) {

        /** Copies the items. */
        public VersionList {
            items = List.copyOf(items);
        }
    }

    /**
     * Lists all versions of the settings.
     *
     * @param subsidiaryId the subsidiary
     * @return the versions
     */
    @GET
    @Path("versions")
    @Permitted("models:read")
    @Operation(summary = "Lists all versions of a subsidiary's settings")
    public VersionList versions(@QueryParam("subsidiaryId") @Nullable UUID subsidiaryId) {
        return new VersionList(settings.versions(required(subsidiaryId)).stream()
                .map(version -> new VersionRow(version.changedAt(), view(version.settings())))
                .toList());
    }

    /**
     * Puts an earlier version in force again, as a new version.
     *
     * @param version the earlier version; 0 for what ships
     * @param subsidiaryId the subsidiary
     * @param ifMatch the ETag of the settings in force
     * @return the settings with their version
     */
    @POST
    @Path("versions/{version}/restore")
    @Permitted("settings:write")
    @Operation(summary = "Puts an earlier version of the settings in force again, as a new version")
    public Response restore(
            @PathParam("version") int version,
            @QueryParam("subsidiaryId") @Nullable UUID subsidiaryId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        UUID subsidiary = required(subsidiaryId);
        RiskSettings earlier = settings.version(subsidiary, version).orElseThrow(RestException::notFound);
        EntityTags.demand(ifMatch, tag(subsidiary, settings.current(subsidiary)));
        return answer(subsidiary, settings.put(subsidiary, earlier));
    }

    /**
     * Lists the features of the subsidiary's industry.
     *
     * @param subsidiaryId the subsidiary
     * @param acceptLanguage the reader's languages
     * @return the features, each with whether it is used
     */
    @GET
    @NothingPersonal
    @Path("features")
    @Permitted("models:read")
    @Operation(summary = "Lists the features of a subsidiary's industry and which of them are used")
    public FeatureList features(
            @QueryParam("subsidiaryId") @Nullable UUID subsidiaryId,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String acceptLanguage) {
        UUID subsidiary = required(subsidiaryId);
        return features.list(subsidiary, settings.current(subsidiary).featuresOff(), acceptLanguage);
    }

    private UUID required(@Nullable UUID subsidiaryId) {
        if (subsidiaryId == null) {
            throw RestException.invalid("subsidiaryId", "missing");
        }
        visibility.requireSubsidiary(subsidiaryId);
        return subsidiaryId;
    }

    private RiskSettings read(SettingsView view, UUID subsidiaryId) {
        RiskSettings current = settings.current(subsidiaryId);
        List<String> off = view.featuresOff() == null ? current.featuresOff() : view.featuresOff();
        features.demandChoice(subsidiaryId, off, current.featuresOff());
        try {
            return new RiskSettings(
                    0,
                    view.bands(),
                    view.evidence(),
                    view.horizonDays(),
                    band(view.alertFrom()),
                    view.minExits(),
                    view.cost(),
                    view.nightlyAt(),
                    view.quietDays() == null ? current.quietDays() : view.quietDays(),
                    view.alertsPerWeek() == null ? current.alertsPerWeek() : view.alertsPerWeek(),
                    off);
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
        return Response.ok(view(found)).tag(tag(subsidiaryId, found)).build();
    }

    private static SettingsView view(RiskSettings found) {
        return new SettingsView(
                found.version(),
                found.bands(),
                found.evidence(),
                found.horizonDays(),
                found.alertFrom().code(),
                found.minExits(),
                found.cost(),
                found.nightlyTime().toString(),
                found.quietTime(),
                found.weeklyAlerts(),
                found.featuresOff());
    }

    private static EntityTag tag(UUID subsidiaryId, RiskSettings found) {
        return EntityTags.of(subsidiaryId, found.version());
    }
}
