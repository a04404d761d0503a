package org.holdfast.core.risk.rest;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.platform.rest.Permitted;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.core.platform.rest.TellsNothing;
import org.holdfast.core.risk.runs.RiskSource.Firm;
import org.holdfast.core.risk.runs.RunTable.Kind;
import org.holdfast.core.risk.runs.RunTable.Run;
import org.jspecify.annotations.Nullable;

/** Scoring and training runs. */
@Path("risk/runs")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class RunsResource {
    private final RunDesk desk;
    private final Visibility visibility;

    /**
     * Creates the resource.
     *
     * @param desk starts and shows runs
     * @param visibility what the reader may see
     */
    @Inject
    public RunsResource(RunDesk desk, Visibility visibility) {
        this.desk = desk;
        this.visibility = visibility;
    }

    /**
     * What to run.
     *
     * @param subsidiaryId the subsidiary
     * @param kind {@code score}, {@code train}, or {@code effect}
     * @param asOf as of which day; the subsidiary's today where left out
     */
    public record Wanted(
            @Nullable UUID subsidiaryId,
            @Nullable String kind,
            @Nullable LocalDate asOf) {}

    /**
     * A run that was started.
     *
     * @param id the run
     * @param jobId the job one can wait for; the same id
     */
    @TellsNothing
    public record Started(UUID id, UUID jobId) {}

    /**
     * A run.
     *
     * @param id its id
     * @param subsidiaryId the subsidiary
     * @param kind {@code score}, {@code train}, {@code backtest} or {@code effect}
     * @param cause why: {@code request}, {@code night} or {@code arrivals}
     * @param asOf as of which day
     * @param state {@code queued}, {@code running}, {@code done} or {@code failed}
     * @param outcome what came of a training or a back-test, a stable word
     * @param people how many people were scored, in a back-test person-days tested, in a study of effects actions looked at
     * @param progress 0 to 1
     * @param startedAt when it was wanted
     * @param endedAt when it ended
     */
    @TellsNothing
    public record RunRow(
            UUID id,
            UUID subsidiaryId,
            String kind,
            String cause,
            LocalDate asOf,
            String state,
            String outcome,
            int people,
            double progress,
            Instant startedAt,
            @Nullable Instant endedAt) {}

    /**
     * Runs.
     *
     * @param items newest first
     */
    @TellsNothing
    public record RunList(List<RunRow> items) {

        /** Copies the items. */
        public RunList {
            items = List.copyOf(items);
        }
    }

    /**
     * Starts a run.
     *
     * @param wanted what to run
     * @return 202 with the run's id
     */
    @POST
    @Permitted("models:manage")
    @Operation(summary = "Starts a scoring or training run of a subsidiary")
    @APIResponseSchema(value = Started.class, responseCode = "202")
    public Response start(Wanted wanted) {
        UUID subsidiaryId = wanted.subsidiaryId();
        if (subsidiaryId == null) {
            throw RestException.invalid("subsidiaryId", "missing");
        }
        visibility.requireSubsidiary(subsidiaryId);
        Firm firm = desk.firm(subsidiaryId).orElseThrow(RestException::notFound);
        Kind kind = kind(wanted.kind());
        LocalDate asOf = wanted.asOf() == null ? desk.today(firm) : wanted.asOf();
        if (asOf.isAfter(desk.today(firm))) {
            throw RestException.invalid("asOf", "future");
        }
        desk.requirePermission(subsidiaryId);
        Run run = desk.start(subsidiaryId, kind, asOf);
        return Response.accepted(new Started(run.id(), run.id())).build();
    }

    /**
     * Lists runs.
     *
     * @param subsidiaryId of one subsidiary only; left out, of all the caller sees
     * @return the latest runs
     */
    @GET
    @Permitted("models:read")
    @Operation(summary = "Lists the latest runs")
    public RunList list(@QueryParam("subsidiaryId") @Nullable UUID subsidiaryId) {
        if (subsidiaryId != null) {
            visibility.requireSubsidiary(subsidiaryId);
        }
        return new RunList(desk.runs().latest().stream()
                .filter(run -> subsidiaryId == null || run.subsidiaryId().equals(subsidiaryId))
                .filter(run -> visibility.maySeeSubsidiary(run.subsidiaryId()))
                .map(RunsResource::row)
                .toList());
    }

    /**
     * Shows a run.
     *
     * @param id the run
     * @return the run
     */
    @GET
    @Path("{id}")
    @Permitted("models:read")
    @Operation(summary = "Shows how far a run is")
    public RunRow show(@PathParam("id") UUID id) {
        return desk.runs()
                .find(id)
                .filter(run -> visibility.maySeeSubsidiary(run.subsidiaryId()))
                .map(RunsResource::row)
                .orElseThrow(RestException::notFound);
    }

    private static Kind kind(@Nullable String code) {
        for (Kind kind : List.of(Kind.SCORE, Kind.TRAIN, Kind.EFFECT)) {
            if (kind.code().equals(code)) {
                return kind;
            }
        }
        throw RestException.invalid("kind", "scoreTrainOrEffect");
    }

    private static RunRow row(Run run) {
        return new RunRow(
                run.id(),
                run.subsidiaryId(),
                run.kind().code(),
                run.cause().code(),
                run.asOf(),
                run.state(),
                run.outcome(),
                run.people(),
                run.progress(),
                run.startedAt(),
                run.endedAt());
    }
}
