package org.holdfast.core.risk.rest;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.platform.rest.AuditNotes;
import org.holdfast.core.platform.rest.Cursors;
import org.holdfast.core.platform.rest.Page;
import org.holdfast.core.platform.rest.Permitted;
import org.holdfast.core.platform.rest.Texts;
import org.holdfast.core.platform.rest.ToldJson;
import org.holdfast.core.risk.rest.WatchList.Match;
import org.jspecify.annotations.Nullable;

/** The watch list. */
@Path("risk/scores")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class ScoresResource {
    private static final String EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final WatchList list;
    private final Cursors cursors;
    private final Visibility visibility;
    private final Texts texts;
    private final AuditNotes audit;

    /**
     * Creates the resource.
     *
     * @param list finds rows
     * @param cursors cuts pages
     * @param visibility what the reader may see
     * @param texts which languages there are
     * @param audit told who is shown
     */
    @Inject
    public ScoresResource(WatchList list, Cursors cursors, Visibility visibility, Texts texts, AuditNotes audit) {
        this.list = list;
        this.cursors = cursors;
        this.visibility = visibility;
        this.texts = texts;
        this.audit = audit;
    }

    /**
     * Lists everybody with a score, highest first.
     *
     * @param limit rows per page
     * @param cursor where to begin
     * @param acceptLanguage the reader's languages
     * @return a page
     */
    @GET
    @Permitted("risk:read")
    @Operation(summary = "Lists everybody with a current score, highest first")
    public Page<WatchRow> list(
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String acceptLanguage) {
        return search(ScoreQuery.all(limit, cursor), acceptLanguage);
    }

    /**
     * Searches the watch list.
     *
     * @param query which rows
     * @param acceptLanguage the reader's languages
     * @return a page
     */
    @POST
    @Path("search")
    @Permitted("risk:read")
    @Operation(summary = "Searches, filters, sorts and pages the watch list")
    public Page<WatchRow> search(
            ScoreQuery query, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String acceptLanguage) {
        ScoreQuery wanted = query.orderedFor(visibility);
        String bound = "risk/scores " + visibility.caller().id() + wanted.filter();
        Page<Match> page = cursors.page(
                list.find(wanted, visibility),
                list.order(wanted),
                bound,
                new Cursors.Asked(wanted.limit(), wanted.cursor()));
        List<WatchRow> rows = rows(page.items(), texts.negotiate(acceptLanguage));
        return new Page<>(rows, page.next(), page.total());
    }

    /**
     * Exports the rows of a search.
     *
     * @param query which rows; limit and cursor do not count
     * @param acceptLanguage the reader's languages
     * @return an Excel file
     */
    @POST
    @Path("export")
    @Produces(EXCEL)
    @Permitted("risk:read")
    @Operation(summary = "Exports the rows of a search as an Excel file")
    public byte[] export(ScoreQuery query, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String acceptLanguage) {
        String language = texts.negotiate(acceptLanguage);
        ScoreQuery wanted = query.orderedFor(visibility);
        List<Match> all = list.find(wanted, visibility).stream()
                .sorted(list.order(wanted))
                .toList();
        List<WatchRow> found = rows(all, language);
        return ScoreSheet.write(found.stream().map(row -> ToldJson.tree(row, visibility)), texts, language);
    }

    private List<WatchRow> rows(List<Match> matches, String language) {
        audit.told(matches.stream().map(match -> match.card().id()).toList());
        return list.rows(matches, visibility, language);
    }
}
