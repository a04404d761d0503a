package org.holdfast.core.retention;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.people.People;
import org.holdfast.core.people.Subsidiary;
import org.holdfast.core.platform.rest.Permitted;
import org.holdfast.core.platform.rest.TellsNothing;

/** How many people wait for an alert because the week has its number, for HR; who they are stands in the scores. */
@Path("alerts/waiting")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
public final class WaitingResource {
    private final AlertThreshold threshold;
    private final People people;
    private final Visibility visibility;

    /**
     * Creates the resource.
     *
     * @param threshold knows who is due
     * @param people the subsidiaries
     * @param visibility what the caller may see
     */
    @Inject
    WaitingResource(AlertThreshold threshold, People people, Visibility visibility) {
        this.threshold = threshold;
        this.people = people;
        this.visibility = visibility;
    }

    /**
     * The subsidiaries whose alerts are limited.
     *
     * @param items by name
     */
    @TellsNothing
    public record WaitingList(List<WaitingRow> items) {

        /** Copies the items. */
        public WaitingList {
            items = List.copyOf(items);
        }
    }

    /**
     * How a subsidiary's week stands.
     *
     * @param subsidiaryId the subsidiary
     * @param subsidiaryName its name
     * @param waiting how many people are over the threshold and wait
     * @param opened how many alerts were opened this week
     * @param limit how many may be opened in a week, but for the highest band, which never waits
     * @param nextWeek the day on which they are looked at again
     */
    public record WaitingRow(
            UUID subsidiaryId, String subsidiaryName, int waiting, int opened, int limit, LocalDate nextWeek) {}

    /**
     * Tells how many wait.
     *
     * @return the subsidiaries the caller may see whose alerts are limited
     */
    @GET
    @Permitted("risk:read")
    @Operation(summary = "Tells how many people wait for an alert because the week has its number")
    public WaitingList list() {
        return new WaitingList(people.subsidiaries().stream()
                .filter(firm -> visibility.maySeeSubsidiary(firm.id()))
                .flatMap(firm -> threshold.waiting(firm.id()).map(waiting -> row(firm, waiting)).stream())
                .toList());
    }

    private static WaitingRow row(Subsidiary firm, AlertThreshold.Waiting waiting) {
        WeeklyAlerts.Week week = waiting.week();
        return new WaitingRow(firm.id(), firm.name(), waiting.people(), week.opened(), week.limit(), week.next());
    }
}
