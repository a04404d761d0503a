package org.holdfast.core.risk.rest;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.platform.rest.Permitted;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.core.platform.rest.TellsNothing;
import org.holdfast.core.risk.runs.RiskRuns;
import org.holdfast.core.risk.runs.RiskSource;
import org.holdfast.core.risk.runs.RiskSource.Firm;
import org.holdfast.core.risk.scoring.Drift;
import org.holdfast.core.risk.store.ModelTable;
import org.holdfast.core.risk.store.StoredModel;
import org.holdfast.core.risk.training.ModelCard;
import org.jspecify.annotations.Nullable;

/** The trained models with their cards. */
@Path("risk/models")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
public final class ModelsResource {
    private final ModelTable models;
    private final RiskRuns.Care care;
    private final RiskSource source;
    private final Visibility visibility;

    /**
     * Creates the resource.
     *
     * @param models the trained models
     * @param care which models are replaced after an erasure, and how far people have moved away from them
     * @param source firms
     * @param visibility what the reader may see
     */
    @Inject
    public ModelsResource(ModelTable models, RiskRuns.Care care, RiskSource source, Visibility visibility) {
        this.models = models;
        this.care = care;
        this.source = source;
        this.visibility = visibility;
    }

    /**
     * A trained model.
     *
     * @param id its id
     * @param subsidiaryId the subsidiary
     * @param algorithm code of its algorithm
     * @param role {@code champion}, {@code challenger} or {@code retired}
     * @param trainedOn the last day of which outcomes were known
     * @param engineVersion name and version of its engine
     * @param goneBy last day by which it is replaced and deleted because somebody it learnt from was erased since; null
     *     where nobody was
     * @param drift how far people have moved away from it, null where no run has looked since it was trained
     * @param card its card
     */
    public record ModelRow(
            UUID id,
            UUID subsidiaryId,
            String algorithm,
            String role,
            LocalDate trainedOn,
            String engineVersion,
            @Nullable LocalDate goneBy,
            @Nullable DriftView drift,
            ModelCard card) {}

    /**
     * How far the people of the last run have moved away from those a model was fitted on.
     *
     * @param asOf as of which day they were scored
     * @param people how many they were
     * @param moved codes of the features that have moved, the one that moved most first: their population stability index
     *     is 0.25 or more
     * @param highest the highest index of all features; below 0.1 nothing has moved
     */
    public record DriftView(LocalDate asOf, int people, List<String> moved, double highest) {

        /** Copies the codes. */
        public DriftView {
            moved = List.copyOf(moved);
        }

        static DriftView of(Drift drift) {
            return new DriftView(
                    drift.asOf(),
                    drift.people(),
                    drift.features().stream()
                            .filter(one -> one.index() >= Drift.MOVED)
                            .map(Drift.Moved::feature)
                            .toList(),
                    drift.features().isEmpty() ? 0 : drift.features().get(0).index());
        }
    }

    /**
     * The models of a subsidiary.
     *
     * @param items newest first
     * @param reason why the champion or the scorecard is in use, a stable word; empty where nothing was trained
     */
    @TellsNothing
    public record ModelList(List<ModelRow> items, String reason) {

        /** Copies the items. */
        public ModelList {
            items = List.copyOf(items);
        }
    }

    /**
     * Lists the models of a subsidiary.
     *
     * @param subsidiaryId the subsidiary
     * @return the models
     */
    @GET
    @Permitted("models:read")
    @Operation(summary = "Lists the trained models of a subsidiary with their cards")
    public ModelList list(@QueryParam("subsidiaryId") @Nullable UUID subsidiaryId) {
        if (subsidiaryId == null) {
            throw RestException.invalid("subsidiaryId", "missing");
        }
        visibility.requireSubsidiary(subsidiaryId);
        Firm firm = source.firm(subsidiaryId).orElseThrow(RestException::notFound);
        Map<UUID, LocalDate> lastDays = care.unlearning().lastDays(subsidiaryId, firm.zone());
        Map<UUID, Drift> drifts = care.drifts().of(subsidiaryId);
        return new ModelList(
                models.of(subsidiaryId).stream()
                        .map(model -> row(model, lastDays.get(model.id()), drifts.get(model.id())))
                        .toList(),
                models.lastReason(subsidiaryId));
    }

    /**
     * Makes a model the champion, from the next run on. The way back is the same call with the model of before.
     *
     * @param id the model
     */
    @POST
    @Path("{id}/activate")
    @Permitted("models:manage")
    @Operation(summary = "Makes a model the champion of its subsidiary, from the next run on")
    public void activate(@PathParam("id") UUID id) {
        StoredModel model = models.find(id).orElseThrow(RestException::notFound);
        visibility.requireSubsidiary(model.subsidiaryId());
        models.activate(model);
    }

    private static ModelRow row(StoredModel model, @Nullable LocalDate goneBy, @Nullable Drift drift) {
        return new ModelRow(
                model.id(),
                model.subsidiaryId(),
                model.algorithm(),
                model.role().code(),
                model.trainedOn(),
                model.engineVersion(),
                goneBy,
                drift == null ? null : DriftView.of(drift),
                model.card().shown());
    }
}
