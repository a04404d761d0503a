package org.holdfast.core.risk.rest;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
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
import org.holdfast.core.risk.effect.ActionEffect;
import org.holdfast.core.risk.effect.EffectTable.StoredStudy;
import org.holdfast.core.risk.effect.RaiseAlone;
import org.holdfast.core.risk.effect.SurvivalCurve;
import org.jspecify.annotations.Nullable;

/** What actions did so that people stay. */
@Path("risk/effects")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
public final class EffectsResource {
    private final RunDesk desk;
    private final Visibility visibility;

    /**
     * Creates the resource.
     *
     * @param desk has the studies
     * @param visibility what the reader may see
     */
    @Inject
    public EffectsResource(RunDesk desk, Visibility visibility) {
        this.desk = desk;
        this.visibility = visibility;
    }

    /**
     * The latest study of a subsidiary.
     *
     * @param subsidiaryId the subsidiary
     * @param asOf as of which day outcomes were known; null where there was no study
     * @param horizonDays within how many days after the action an exit counts; null where there was no study
     * @param comparisons with how many person-months on whom nothing was done the others are compared
     * @param effects one for each kind of action that was ever taken, what retained most first
     * @param curves how many are still here after something happened to them
     * @param raiseAlone how long a raise alone holds; null where that is not known
     */
    @TellsNothing
    public record EffectRow(
            UUID subsidiaryId,
            @Nullable LocalDate asOf,
            @Nullable Integer horizonDays,
            int comparisons,
            List<ActionEffect> effects,
            List<SurvivalCurve> curves,
            @Nullable RaiseAlone raiseAlone) {

        /** Copies the lists. */
        public EffectRow {
            effects = List.copyOf(effects);
            curves = List.copyOf(curves);
        }
    }

    /**
     * Shows the latest study.
     *
     * @param subsidiaryId the subsidiary
     * @return the study; without figures where there was none
     */
    @GET
    @Permitted("models:read")
    @Operation(
            summary =
                    "Shows which actions kept people, each with its interval or the words that there is not enough data")
    public EffectRow show(@QueryParam("subsidiaryId") @Nullable UUID subsidiaryId) {
        if (subsidiaryId == null) {
            throw RestException.invalid("subsidiaryId", "missing");
        }
        visibility.requireSubsidiary(subsidiaryId);
        return desk.kept()
                .looksBack()
                .effects()
                .of(subsidiaryId)
                .map(EffectsResource::row)
                .orElseGet(() -> new EffectRow(subsidiaryId, null, null, 0, List.of(), List.of(), null));
    }

    private static EffectRow row(StoredStudy stored) {
        return new EffectRow(
                stored.subsidiaryId(),
                stored.asOf(),
                stored.study().horizonDays(),
                stored.study().comparisons(),
                stored.study().effects(),
                stored.study().curves(),
                stored.study().raiseAlone());
    }
}
