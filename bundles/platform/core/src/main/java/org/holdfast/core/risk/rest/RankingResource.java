package org.holdfast.core.risk.rest;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.platform.rest.AuditNotes;
import org.holdfast.core.platform.rest.Cursors;
import org.holdfast.core.platform.rest.Page;
import org.holdfast.core.platform.rest.Permitted;
import org.holdfast.core.platform.rest.Texts;
import org.holdfast.core.platform.rest.ToldJson;
import org.holdfast.core.risk.effect.EffectTable.StoredStudy;
import org.holdfast.core.risk.rest.RankingDesk.Ranked;
import org.holdfast.core.risk.rest.RankingView.ChoiceView;
import org.jspecify.annotations.Nullable;

/** Whom to give which action first. */
@Path("risk/effects/ranking")
@Dependent
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class RankingResource {
    private static final String EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final RankingDesk desk;
    private final Cursors cursors;
    private final Visibility visibility;
    private final Texts texts;
    private final AuditNotes audit;

    /**
     * Creates the resource.
     *
     * @param desk ranks
     * @param cursors cuts pages
     * @param visibility what the reader may see
     * @param texts which languages there are
     * @param audit told who is shown
     */
    @Inject
    public RankingResource(RankingDesk desk, Cursors cursors, Visibility visibility, Texts texts, AuditNotes audit) {
        this.desk = desk;
        this.cursors = cursors;
        this.visibility = visibility;
        this.texts = texts;
        this.audit = audit;
    }

    /**
     * Ranks what may be done.
     *
     * @param query for whom, and what actions cost
     * @return a page, with what a budget buys
     */
    @POST
    @Permitted("risk:read")
    @Operation(summary = "Ranks whom to give which action first, by the people expected to stay or by those per cost")
    public RankingView rank(RankingQuery query) {
        UUID firm = query.checked();
        Ranked ranked = desk.rank(query, visibility);
        String bound = "risk/effects/ranking " + visibility.caller().id() + query.filter();
        Page<Choice> page = cursors.page(ranked.listed(), bound, query.limit(), query.cursor());
        return new RankingView(
                firm,
                ranked.state(),
                ranked.study().map(StoredStudy::asOf).orElse(null),
                ranked.study().map(found -> found.study().horizonDays()).orElse(null),
                ranked.study().map(found -> found.study().effects()).orElse(List.of()),
                ranked.currency(),
                ranked.leavers(),
                ranked.people(),
                query.budget() == null ? null : Spending.view(ranked.chosen(), query.budget()),
                rows(firm, page.items(), ranked),
                page.next(),
                page.total());
    }

    /**
     * Exports the ranking.
     *
     * @param query for whom, and what actions cost; limit and cursor do not count
     * @param acceptLanguage the reader's languages
     * @return an Excel file
     */
    @POST
    @Path("export")
    @Produces(EXCEL)
    @Permitted("risk:read")
    @Operation(summary = "Exports the ranking as an Excel file")
    public byte[] export(
            RankingQuery query, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String acceptLanguage) {
        Ranked ranked = desk.rank(query, visibility);
        List<ChoiceView> rows = rows(query.checked(), ranked.listed(), ranked);
        return RankingSheet.write(
                rows.stream().map(row -> ToldJson.tree(row, visibility)),
                ranked.currency(),
                texts,
                texts.negotiate(acceptLanguage));
    }

    private List<ChoiceView> rows(UUID firm, List<Choice> choices, Ranked ranked) {
        audit.told(choices.stream().map(choice -> choice.card().id()).distinct().toList());
        return desk.rows(firm, choices, ranked.chosen());
    }
}
