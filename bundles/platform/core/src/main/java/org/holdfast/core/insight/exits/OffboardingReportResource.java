package org.holdfast.core.insight.exits;

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
import org.holdfast.core.platform.paper.Papers;
import org.holdfast.core.platform.rest.Permitted;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.core.platform.rest.Texts;
import org.holdfast.core.platform.rest.ToldJson;
import org.jspecify.annotations.Nullable;

/** The offboarding report on the screen, on paper and as a sheet. Figures about groups, never about one person. */
@Path("insight/offboarding")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
public final class OffboardingReportResource {
    private static final String READ = "insight:read";
    private static final String EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final int MONTHS = 12;
    private static final Set<Integer> SPANS = Set.of(12, 24, 36);

    private final OffboardingAnalysis analysis;
    private final People people;
    private final Visibility visibility;
    private final Papers papers;
    private final Texts texts;

    /**
     * Creates the resource.
     *
     * @param analysis counts
     * @param people knows subsidiaries
     * @param visibility what the caller may see
     * @param papers prints
     * @param texts the words of files
     */
    @Inject
    OffboardingReportResource(
            OffboardingAnalysis analysis, People people, Visibility visibility, Papers papers, Texts texts) {
        this.analysis = analysis;
        this.people = people;
        this.visibility = visibility;
        this.papers = papers;
        this.texts = texts;
    }

    /**
     * Counts the report.
     *
     * @param subsidiaryId the subsidiary, or null for all the caller sees
     * @param months how many months that are over: 12, 24 or 36; null for 12
     * @return the report
     */
    @GET
    @Permitted(READ)
    @Operation(
            summary =
                    "Returns why people left, how long offboarding took, and what came back; figures about fewer than ten are left out")
    public OffboardingReport show(
            @QueryParam("subsidiaryId") @Nullable UUID subsidiaryId, @QueryParam("months") @Nullable Integer months) {
        int span = months == null ? MONTHS : months;
        if (!SPANS.contains(span)) {
            throw RestException.invalid("months", "months12To36");
        }
        return analysis.report(seen(subsidiaryId), span);
    }

    /**
     * Prints the report.
     *
     * @param subsidiaryId the subsidiary, or null for all the caller sees
     * @param months how many months that are over: 12, 24 or 36; null for 12
     * @param acceptLanguage the reader's languages
     * @return a PDF file
     */
    @GET
    @Path("report.pdf")
    @Produces(Papers.PDF)
    @Permitted(READ)
    @Operation(summary = "Prints the offboarding report as a PDF file")
    public byte[] paper(
            @QueryParam("subsidiaryId") @Nullable UUID subsidiaryId,
            @QueryParam("months") @Nullable Integer months,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String acceptLanguage) {
        return papers.print(show(subsidiaryId, months), new OffboardingPaper(), texts.negotiate(acceptLanguage));
    }

    /**
     * Exports the report.
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
    @Operation(summary = "Exports the offboarding report as an Excel file")
    public byte[] sheet(
            @QueryParam("subsidiaryId") @Nullable UUID subsidiaryId,
            @QueryParam("months") @Nullable Integer months,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String acceptLanguage) {
        String language = texts.negotiate(acceptLanguage);
        ReportWords words = new ReportWords((key, values) -> texts.text(language, key, values), language);
        return OffboardingSheet.write(ToldJson.tree(show(subsidiaryId, months), visibility), words);
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
