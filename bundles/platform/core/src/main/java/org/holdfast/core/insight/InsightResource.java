package org.holdfast.core.insight;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.people.People;
import org.holdfast.core.people.Subsidiary;
import org.holdfast.core.platform.rest.Permitted;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.core.platform.rest.TellsNothing;
import org.jspecify.annotations.Nullable;

/** Figures about groups of people, never about one. */
@Path("insight")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
public final class InsightResource {
    private static final String READ = "insight:read";
    private static final int MONTHS = 36;
    private static final int MOST_MONTHS = 120;

    private final Insight insight;
    private final People people;
    private final Visibility visibility;

    /**
     * Creates the resource.
     *
     * @param insight adds up
     * @param people knows subsidiaries
     * @param visibility what the caller may see
     */
    @Inject
    InsightResource(Insight insight, People people, Visibility visibility) {
        this.insight = insight;
        this.people = people;
        this.visibility = visibility;
    }

    /**
     * Returns the heat map.
     *
     * @param subsidiaryId the subsidiary, or null for all the caller sees
     * @return subsidiaries and departments
     */
    @GET
    @Path("heatmap")
    @Permitted(READ)
    @Operation(summary = "Returns mean scores by department; groups under ten people are suppressed")
    public Nodes heatmap(@QueryParam("subsidiaryId") @Nullable UUID subsidiaryId) {
        return new Nodes(insight.heatMap(seen(subsidiaryId)));
    }

    /**
     * Returns exits by month.
     *
     * @param subsidiaryId the subsidiary, or null for all the caller sees
     * @param months how many months that are over, 1 to 120; null for 36
     * @return oldest first
     */
    @GET
    @Path("attrition")
    @Permitted(READ)
    @Operation(summary = "Returns exits and the attrition rate by month")
    public Months attrition(
            @QueryParam("subsidiaryId") @Nullable UUID subsidiaryId, @QueryParam("months") @Nullable Integer months) {
        int count = months == null ? MONTHS : months;
        if (count < 1 || count > MOST_MONTHS) {
            throw RestException.invalid("months", "range1To120");
        }
        return new Months(insight.attrition(summable(seen(subsidiaryId)), count));
    }

    /**
     * Returns the group in a few numbers.
     *
     * @return as far as the caller sees it
     */
    @GET
    @Path("summary")
    @Permitted(READ)
    @Operation(summary = "Returns the group in a few numbers")
    public InsightSummary summary() {
        return insight.summary(summable(seen(null)));
    }

    /** A small subsidiary is left out of sums, so that it cannot be worked out of them. */
    private List<Subsidiary> summable(List<Subsidiary> subsidiaries) {
        return insight.summable(subsidiaries, visibility.has("employees:read"));
    }

    private List<Subsidiary> seen(@Nullable UUID subsidiaryId) {
        if (subsidiaryId != null) {
            visibility.requireSubsidiary(subsidiaryId);
            return List.of(people.subsidiary(subsidiaryId).orElseThrow(RestException::notFound));
        }
        return people.subsidiaries().stream()
                .filter(subsidiary -> visibility.maySeeSubsidiary(subsidiary.id()))
                .toList();
    }

    /**
     * The heat map.
     *
     * @param nodes subsidiaries and departments
     */
    @TellsNothing
    public record Nodes(List<HeatNode> nodes) {

        /** Copies the nodes. */
        public Nodes {
            nodes = List.copyOf(nodes);
        }
    }

    /**
     * Months.
     *
     * @param items oldest first
     */
    @TellsNothing
    public record Months(List<AttritionMonth> items) {

        /** Copies the items. */
        public Months {
            items = List.copyOf(items);
        }
    }
}
