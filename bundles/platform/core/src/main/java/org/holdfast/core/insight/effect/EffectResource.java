package org.holdfast.core.insight.effect;

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

/** The effect report on the screen, on paper and as a sheet. Figures about groups, never about one person. */
@Path("insight/effect")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
public final class EffectResource {
    private static final String READ = "insight:read";
    private static final String EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Effect effect;
    private final People people;
    private final Visibility visibility;
    private final Papers papers;
    private final Texts texts;

    /**
     * Creates the resource.
     *
     * @param effect counts
     * @param people knows subsidiaries
     * @param visibility what the caller may see
     * @param papers prints
     * @param texts the words of files
     */
    @Inject
    EffectResource(Effect effect, People people, Visibility visibility, Papers papers, Texts texts) {
        this.effect = effect;
        this.people = people;
        this.visibility = visibility;
        this.papers = papers;
        this.texts = texts;
    }

    /**
     * Counts the report.
     *
     * @param from the first month, such as {@code 2026-01}; null for twelve months
     * @param to the last month, one that is over; null for the latest
     * @param subsidiaryId the subsidiary, or null for all the caller sees
     * @return the report
     */
    @GET
    @Permitted(READ)
    @Operation(
            summary =
                    "Returns how good alerts were and whether people stayed; figures about fewer than ten are left out")
    public EffectReport show(
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("subsidiaryId") @Nullable UUID subsidiaryId) {
        EffectQuery months = EffectQuery.of(from, to, effect.latest());
        List<Subsidiary> seen = people.subsidiaries().stream()
                .filter(subsidiary -> visibility.maySeeSubsidiary(subsidiary.id()))
                .toList();
        return effect.report(chosen(subsidiaryId, seen), seen, months.from(), months.to());
    }

    /**
     * Prints the report.
     *
     * @param from the first month
     * @param to the last month
     * @param subsidiaryId the subsidiary, or null for all the caller sees
     * @param acceptLanguage the reader's languages
     * @return a PDF file
     */
    @GET
    @Path("report.pdf")
    @Produces(Papers.PDF)
    @Permitted(READ)
    @Operation(summary = "Prints the effect report as a PDF file")
    public byte[] paper(
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("subsidiaryId") @Nullable UUID subsidiaryId,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String acceptLanguage) {
        return papers.print(show(from, to, subsidiaryId), new EffectPaper(), texts.negotiate(acceptLanguage));
    }

    /**
     * Exports the report.
     *
     * @param from the first month
     * @param to the last month
     * @param subsidiaryId the subsidiary, or null for all the caller sees
     * @param acceptLanguage the reader's languages
     * @return an Excel file
     */
    @GET
    @Path("report.xlsx")
    @Produces(EXCEL)
    @Permitted(READ)
    @Operation(summary = "Exports the effect report as an Excel file")
    public byte[] sheet(
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("subsidiaryId") @Nullable UUID subsidiaryId,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String acceptLanguage) {
        EffectWords words = new EffectWords(texts, texts.negotiate(acceptLanguage));
        return EffectSheet.write(ToldJson.tree(show(from, to, subsidiaryId), visibility), words);
    }

    private List<Subsidiary> chosen(@Nullable UUID subsidiaryId, List<Subsidiary> seen) {
        if (subsidiaryId == null) {
            return seen;
        }
        visibility.requireSubsidiary(subsidiaryId);
        return List.of(people.subsidiary(subsidiaryId).orElseThrow(RestException::notFound));
    }
}
