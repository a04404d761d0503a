package org.holdfast.core.privacy;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.platform.rest.Permitted;
import org.holdfast.core.platform.rest.TellsNothing;

/** What ends by itself in the next night because its retention period is over. */
@Path("privacy/retention/{subsidiaryId}")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
public final class RetentionResource {
    private final RetentionSchedule schedule;
    private final Visibility visibility;

    /**
     * Creates the resource.
     *
     * @param schedule the periods
     * @param visibility what the caller may see
     */
    @Inject
    RetentionResource(RetentionSchedule schedule, Visibility visibility) {
        this.schedule = schedule;
        this.visibility = visibility;
    }

    /**
     * A retention period.
     *
     * @param record what is kept: {@code signals}, {@code scores}, {@code alerts}, or {@code person} for everything about
     *     somebody who has left
     * @param months for how many months
     * @param before first day that is still kept
     * @param due how many records end in the next night
     * @param soon how many more will be over within thirty days
     * @param held how many people are over and cannot be erased: on hold, or with an account that can log in
     */
    public record PeriodView(String record, int months, LocalDate before, long due, long soon, long held) {}

    /**
     * Retention periods.
     *
     * @param items one for each kind of record; none where no rule book holds or the people are generated
     */
    @TellsNothing
    public record Periods(List<PeriodView> items) {

        /** Copies the items. */
        public Periods {
            items = List.copyOf(items);
        }
    }

    /**
     * Shows what ends by itself.
     *
     * @param subsidiaryId the subsidiary
     * @return the periods, and what is over
     */
    @GET
    @Permitted("privacy:read")
    @Operation(summary = "Shows what ends in the next night because its retention period is over")
    public Periods show(@PathParam("subsidiaryId") UUID subsidiaryId) {
        visibility.requireSubsidiary(subsidiaryId);
        return new Periods(schedule.look(subsidiaryId).stream()
                .map(period -> new PeriodView(
                        Words.of(period.rule().record()),
                        period.rule().months(),
                        period.before(),
                        period.due(),
                        period.soon(),
                        period.held()))
                .toList());
    }
}
