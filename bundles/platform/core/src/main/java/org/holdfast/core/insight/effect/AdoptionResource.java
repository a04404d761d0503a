package org.holdfast.core.insight.effect;

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
import org.jspecify.annotations.Nullable;

/** How teams of superiors use the product, for training and goals. Figures about groups, never about one person. */
@Path("insight/adoption")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
public final class AdoptionResource {
    private static final int MONTHS = 12;
    private static final int MOST_MONTHS = 24;

    private final Adoption adoption;
    private final Effect effect;
    private final People people;
    private final Visibility visibility;

    /**
     * Creates the resource.
     *
     * @param adoption counts
     * @param effect knows the latest month that is over
     * @param people knows subsidiaries
     * @param visibility what the caller may see
     */
    @Inject
    AdoptionResource(Adoption adoption, Effect effect, People people, Visibility visibility) {
        this.adoption = adoption;
        this.effect = effect;
        this.people = people;
        this.visibility = visibility;
    }

    /**
     * Counts.
     *
     * @param subsidiaryId the subsidiary, or null for all the caller sees
     * @param months how many months that are over, 1 to 24; null for 12
     * @return the teams
     */
    @GET
    @Permitted("insight:read")
    @Operation(summary = "Returns what teams of at least ten superiors do with their cases; nothing of one person")
    public AdoptionReport show(
            @QueryParam("subsidiaryId") @Nullable UUID subsidiaryId, @QueryParam("months") @Nullable Integer months) {
        int span = months == null ? MONTHS : months;
        if (span < 1 || span > MOST_MONTHS) {
            throw RestException.invalid("months", "range1To24");
        }
        return adoption.report(chosen(subsidiaryId), effect.latest(), span);
    }

    private List<Subsidiary> chosen(@Nullable UUID subsidiaryId) {
        if (subsidiaryId != null) {
            visibility.requireSubsidiary(subsidiaryId);
            return List.of(people.subsidiary(subsidiaryId).orElseThrow(RestException::notFound));
        }
        return people.subsidiaries().stream()
                .filter(subsidiary -> visibility.maySeeSubsidiary(subsidiary.id()))
                .toList();
    }
}
