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
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.platform.rest.Permitted;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.core.platform.rest.TellsNothing;
import org.holdfast.core.risk.backtest.BacktestPlan;
import org.holdfast.core.risk.backtest.BacktestResult;
import org.holdfast.core.risk.backtest.BacktestTable.StoredBacktest;
import org.holdfast.core.risk.rest.RunsResource.Started;
import org.holdfast.core.risk.runs.RiskSource.Firm;
import org.holdfast.core.risk.runs.RunTable.Run;
import org.holdfast.core.risk.settings.SettingsTable;
import org.jspecify.annotations.Nullable;

/** Back-tests on a subsidiary's own history. */
@Path("risk/backtests")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class BacktestsResource {
    private final RunDesk desk;
    private final SettingsTable settings;
    private final Visibility visibility;

    /**
     * Creates the resource.
     *
     * @param desk starts and shows runs
     * @param settings gives the horizon where none is asked for
     * @param visibility what the reader may see
     */
    @Inject
    public BacktestsResource(RunDesk desk, SettingsTable settings, Visibility visibility) {
        this.desk = desk;
        this.settings = settings;
        this.visibility = visibility;
    }

    /**
     * What to test.
     *
     * @param subsidiaryId the subsidiary
     * @param trainedAsOf models are trained from what was known by this day
     * @param days the days as of which people are scored, 1 to 24, none before the day of training; the outcome of
     *     each must be known, so the last lies at least one horizon before today
     * @param horizonDays within how many days an exit counts, 30 to 365; the subsidiary's setting where left out
     */
    public record Wanted(
            @Nullable UUID subsidiaryId,
            @Nullable LocalDate trainedAsOf,
            @Nullable List<LocalDate> days,
            @Nullable Integer horizonDays) {}

    /**
     * A back-test.
     *
     * @param id its id, which is also that of its run and its job
     * @param subsidiaryId the subsidiary
     * @param requestedAt when it was wanted
     * @param state {@code queued}, {@code running}, {@code done} or {@code failed}
     * @param progress 0 to 1
     * @param outcome what came of its training, a stable word
     * @param trainedAsOf models were trained from what was known by this day
     * @param days the days as of which people were scored
     * @param horizonDays within how many days an exit counted
     * @param result the figures, null while there are none
     */
    @TellsNothing
    public record BacktestRow(
            UUID id,
            UUID subsidiaryId,
            Instant requestedAt,
            String state,
            double progress,
            String outcome,
            LocalDate trainedAsOf,
            List<LocalDate> days,
            int horizonDays,
            @Nullable BacktestResult result) {

        /** Copies the days. */
        public BacktestRow {
            days = List.copyOf(days);
        }
    }

    /**
     * Back-tests.
     *
     * @param items newest first
     */
    @TellsNothing
    public record BacktestList(List<BacktestRow> items) {

        /** Copies the items. */
        public BacktestList {
            items = List.copyOf(items);
        }
    }

    /**
     * Starts a back-test.
     *
     * @param wanted what to test
     * @return 202 with its id
     */
    @POST
    @Permitted("models:manage")
    @Operation(summary = "Trains as of an earlier day, scores as of later days and compares with what happened")
    public Response start(Wanted wanted) {
        UUID subsidiaryId = required(wanted.subsidiaryId());
        Firm firm = desk.firm(subsidiaryId).orElseThrow(RestException::notFound);
        BacktestPlan plan = plan(wanted, subsidiaryId);
        if (plan.outcomesKnownOn().isAfter(desk.today(firm))) {
            throw RestException.invalid("days", "outcomeNotKnown");
        }
        desk.requirePermission(subsidiaryId);
        Run run = desk.startBacktest(subsidiaryId, plan);
        return Response.accepted(new Started(run.id(), run.id())).build();
    }

    /**
     * Lists the back-tests of a subsidiary.
     *
     * @param subsidiaryId the subsidiary
     * @return the latest back-tests
     */
    @GET
    @Permitted("models:read")
    @Operation(summary = "Lists the back-tests of a subsidiary with their figures")
    public BacktestList list(@QueryParam("subsidiaryId") @Nullable UUID subsidiaryId) {
        return new BacktestList(desk.kept().backtests().of(required(subsidiaryId)).stream()
                .map(this::row)
                .toList());
    }

    /**
     * Shows a back-test.
     *
     * @param id the back-test
     * @return the back-test
     */
    @GET
    @Path("{id}")
    @Permitted("models:read")
    @Operation(summary = "Shows a back-test with its figures")
    public BacktestRow show(@PathParam("id") UUID id) {
        return desk.kept()
                .backtests()
                .find(id)
                .filter(found -> visibility.maySeeSubsidiary(found.subsidiaryId()))
                .map(this::row)
                .orElseThrow(RestException::notFound);
    }

    private UUID required(@Nullable UUID subsidiaryId) {
        if (subsidiaryId == null) {
            throw RestException.invalid("subsidiaryId", "missing");
        }
        visibility.requireSubsidiary(subsidiaryId);
        return subsidiaryId;
    }

    private BacktestPlan plan(Wanted wanted, UUID subsidiaryId) {
        LocalDate trainedAsOf = wanted.trainedAsOf();
        List<LocalDate> days = wanted.days();
        Integer horizon = wanted.horizonDays();
        if (trainedAsOf == null) {
            throw RestException.invalid("trainedAsOf", "missing");
        }
        if (days == null || days.isEmpty() || days.size() > BacktestPlan.MOST_DAYS) {
            throw RestException.invalid("days", "range1To24Days");
        }
        if (days.stream().anyMatch(day -> day == null || day.isBefore(trainedAsOf))) {
            throw RestException.invalid("days", "beforeTraining");
        }
        int horizonDays = horizon == null ? settings.current(subsidiaryId).horizonDays() : horizon;
        try {
            return new BacktestPlan(trainedAsOf, days, horizonDays);
        } catch (IllegalArgumentException e) {
            throw RestException.invalid("horizonDays", "range30To365");
        }
    }

    private BacktestRow row(StoredBacktest found) {
        Optional<Run> run = desk.runs().find(found.id());
        return new BacktestRow(
                found.id(),
                found.subsidiaryId(),
                found.requestedAt(),
                run.map(Run::state).orElse("failed"),
                run.map(Run::progress).orElse(1.0),
                run.map(Run::outcome).orElse(""),
                found.plan().trainedAsOf(),
                found.plan().days(),
                found.plan().horizonDays(),
                found.result());
    }
}
