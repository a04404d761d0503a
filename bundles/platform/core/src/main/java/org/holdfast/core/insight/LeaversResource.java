package org.holdfast.core.insight;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.people.People;
import org.holdfast.core.people.Subsidiary;
import org.holdfast.core.platform.rest.Permitted;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.core.platform.rest.Texts;
import org.jspecify.annotations.Nullable;

/** Who left by their own will, and why, on the screen and as a sheet. Figures about groups, never about one person. */
@Path("insight/leavers")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
public final class LeaversResource {
    private static final String READ = "insight:read";
    private static final String EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final int MONTHS = 12;
    /** Whole years alone: spans of any length, taken from each other, would tell of few. */
    private static final Set<Integer> SPANS = Set.of(12, 24, 36);

    private final Leavers leavers;
    private final People people;
    private final Visibility visibility;
    private final Texts texts;

    /**
     * Creates the resource.
     *
     * @param leavers counts
     * @param people knows subsidiaries
     * @param visibility what the caller may see
     * @param texts the words of files
     */
    @Inject
    LeaversResource(Leavers leavers, People people, Visibility visibility, Texts texts) {
        this.leavers = leavers;
        this.people = people;
        this.visibility = visibility;
        this.texts = texts;
    }

    /**
     * Counts voluntary leavers.
     *
     * @param subsidiaryId the subsidiary, or null for all the caller sees
     * @param months how many months that are over: 12, 24 or 36; null for 12
     * @return the leavers, told apart in several ways
     */
    @GET
    @Permitted(READ)
    @Operation(summary = "Returns who left by their own will, and why; groups under ten are joined")
    public LeaverReport show(
            @QueryParam("subsidiaryId") @Nullable UUID subsidiaryId, @QueryParam("months") @Nullable Integer months) {
        int span = months == null ? MONTHS : months;
        if (!SPANS.contains(span)) {
            throw RestException.invalid("months", "months12To36");
        }
        return leavers.report(seen(subsidiaryId), span);
    }

    /**
     * Exports the same.
     *
     * @param subsidiaryId the subsidiary, or null for all the caller sees
     * @param months how many months that are over: 12, 24 or 36; null for 12
     * @param acceptLanguage the reader's languages
     * @return an Excel file
     */
    @GET
    @Path("report.xlsx")
    @Produces(EXCEL)
    @Permitted(READ)
    @Operation(summary = "Exports who left by their own will, and why, as an Excel file")
    public byte[] sheet(
            @QueryParam("subsidiaryId") @Nullable UUID subsidiaryId,
            @QueryParam("months") @Nullable Integer months,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String acceptLanguage) {
        String language = texts.negotiate(acceptLanguage);
        return LeaverSheet.write(
                show(subsidiaryId, months), (key, values) -> texts.text(language, "leavers." + key, values));
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
}
