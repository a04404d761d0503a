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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.platform.rest.Permitted;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.core.platform.rest.TellsNothing;
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
    private final Visibility visibility;

    /**
     * Creates the resource.
     *
     * @param models the trained models
     * @param visibility what the reader may see
     */
    @Inject
    public ModelsResource(ModelTable models, Visibility visibility) {
        this.models = models;
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
     * @param card its card
     */
    public record ModelRow(
            UUID id,
            UUID subsidiaryId,
            String algorithm,
            String role,
            LocalDate trainedOn,
            String engineVersion,
            ModelCard card) {}

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
        return new ModelList(
                models.of(subsidiaryId).stream().map(ModelsResource::row).toList(), models.lastReason(subsidiaryId));
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

    private static ModelRow row(StoredModel model) {
        return new ModelRow(
                model.id(),
                model.subsidiaryId(),
                model.algorithm(),
                model.role().code(),
                model.trainedOn(),
                model.engineVersion(),
                model.card());
    }
}
