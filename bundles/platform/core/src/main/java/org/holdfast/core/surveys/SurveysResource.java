package org.holdfast.core.surveys;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.platform.rest.Cursors;
import org.holdfast.core.platform.rest.Page;
import org.holdfast.core.platform.rest.Permitted;
import org.holdfast.core.platform.rest.RestException;
import org.jspecify.annotations.Nullable;

/** The rounds of surveys, for HR; analysts read what they came to. Superiors have none of it. */
@Path("surveys")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class SurveysResource {
    private static final String READ = "surveys:read";
    private static final String MANAGE = "surveys:manage";
    private static final String EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final RoundReader reader;
    private final Cursors cursors;
    private final Visibility visibility;

    /**
     * Creates the resource.
     *
     * @param reader shows rounds
     * @param cursors for paging
     * @param visibility what the caller may see
     */
    @Inject
    SurveysResource(RoundReader reader, Cursors cursors, Visibility visibility) {
        this.reader = reader;
        this.cursors = cursors;
        this.visibility = visibility;
    }

    /**
     * Lists rounds.
     *
     * @param limit items per page
     * @param cursor where to begin
     * @return those that begin last first, without what they came to
     */
    @GET
    @Permitted(READ)
    @Operation(summary = "Lists the rounds of surveys, those that begin last first")
    public Page<RoundView> list(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        String query = "surveys " + visibility.caller().id();
        return cursors.page(reader.desk().visible(visibility), query, limit, cursor)
                .map(reader::row);
    }

    /**
     * Drafts a round. Nobody is asked before it is opened.
     *
     * @param fresh the round
     * @return the draft
     */
    @POST
    @Permitted(MANAGE)
    @Operation(summary = "Drafts a round of a survey")
    public RoundView draft(NewRound fresh) {
        return reader.row(reader.desk().draft(fresh, visibility));
    }

    /**
     * Returns a round.
     *
     * @param id the round
     * @param language the reader's language
     * @return the round, once it is closed with what it came to
     */
    @GET
    @Path("{id}")
    @Permitted(READ)
    @Operation(summary = "Returns a round of a survey, with its results once it is closed")
    public RoundView get(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        return reader.whole(reader.desk().find(id, visibility), language);
    }

    /**
     * Opens a draft. From its first day on people can answer; nobody has to.
     *
     * @param id the round
     * @return the round
     */
    @POST
    @Path("{id}/opening")
    @Permitted(MANAGE)
    @Operation(summary = "Opens a round: from its first day on it can be answered")
    public RoundView open(@PathParam("id") UUID id) {
        return reader.row(reader.desk().open(reader.desk().find(id, visibility)));
    }

    /**
     * Calls a round off. What was answered is destroyed.
     *
     * @param id the round
     * @return the round
     */
    @POST
    @Path("{id}/cancellation")
    @Permitted(MANAGE)
    @Operation(summary = "Calls a round off, and destroys what was answered")
    public RoundView cancel(@PathParam("id") UUID id) {
        return reader.row(reader.desk().cancel(reader.desk().find(id, visibility)));
    }

    /**
     * Exports what a round came to.
     *
     * @param id the round
     * @param language the reader's language
     * @return an Excel file
     */
    @GET
    @Path("{id}/results.xlsx")
    @Produces(EXCEL)
    @Permitted(READ)
    @Operation(summary = "Exports the results of a closed round as an Excel file")
    public byte[] sheet(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        RoundView round = reader.whole(reader.desk().find(id, visibility), language);
        RoundView.ResultView results = round.results();
        if (results == null) {
            throw RestException.of(SurveyError.SURVEY_STATE, "The round is not closed: there are no results yet.");
        }
        return new SurveySheet(reader.words(), language).write(round, results);
    }
}
