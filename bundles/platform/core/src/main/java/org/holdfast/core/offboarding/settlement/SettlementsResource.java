package org.holdfast.core.offboarding.settlement;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.offboarding.settlement.SettlementDesk.Settlement;
import org.holdfast.core.platform.paper.Papers;
import org.holdfast.core.platform.rest.AuditNotes;
import org.holdfast.core.platform.rest.Permitted;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.core.platform.rest.Texts;
import org.holdfast.core.platform.rest.ToldJson;
import org.jspecify.annotations.Nullable;

/** What somebody is owed at the end of an employment, for HR. */
@Path("offboardings/{id}/settlement")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class SettlementsResource {
    private static final String READ = "settlements:read";
    private static final String WRITE = "settlements:write";
    private static final String EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final SettlementDesk desk;
    private final SettlementReader reader;
    private final Told told;

    /**
     * Creates the resource.
     *
     * @param desk changes settlements
     * @param reader shows them
     * @param told what the caller is told
     */
    @Inject
    SettlementsResource(SettlementDesk desk, SettlementReader reader, Told told) {
        this.desk = desk;
        this.reader = reader;
        this.told = told;
    }

    /** What the caller is told, and in which words. For one call. */
    @Dependent
    static final class Told {
        private final Visibility visibility;
        private final AuditNotes audit;
        private final Texts texts;
        private final Papers papers;

        @Inject
        Told(Visibility visibility, AuditNotes audit, Texts texts, Papers papers) {
            this.visibility = visibility;
            this.audit = audit;
            this.texts = texts;
            this.papers = papers;
        }
    }

    /**
     * Agreeing on a settlement.
     *
     * @param version the version as it was read
     * @param due what is due on the last day, as it was read
     * @param held what waits for the handover, as it was read
     */
    public record Agreement(
            @Nullable Integer version,
            @Nullable BigDecimal due,
            @Nullable BigDecimal held) {}

    /**
     * Handing an agreed settlement over to finance.
     *
     * @param version the version as it was read
     */
    public record HandOver(@Nullable Integer version) {}

    /**
     * Returns the settlement of a case.
     *
     * @param id the offboarding case
     * @param language the reader's languages
     * @return a draft as it is computed now, or what was agreed on
     */
    @GET
    @Permitted(READ)
    @Operation(summary = "Returns what somebody who leaves is owed, with each step of the sum and its article")
    public SettlementView get(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        return show(id, language);
    }

    /**
     * Says what a settlement is computed from. One that was agreed on becomes a draft again.
     *
     * @param id the offboarding case
     * @param fields all of it, with the version as it was read
     * @param language the reader's languages
     * @return the draft
     */
    @PUT
    @Permitted(WRITE)
    @Operation(summary = "Says what a settlement is computed from; what was agreed on becomes a draft again")
    public SettlementView change(
            @PathParam("id") UUID id,
            SettlementFields fields,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        desk.change(find(id), fields, told.visibility);
        return show(id, language);
    }

    /**
     * Agrees on a settlement: its figures are fixed.
     *
     * @param id the offboarding case
     * @param agreement version and sums as they were read
     * @param language the reader's languages
     * @return the settlement
     */
    @POST
    @Path("agreement")
    @Permitted(WRITE)
    @Operation(summary = "Agrees on a settlement with the sums that were read; its figures are fixed")
    public SettlementView agree(
            @PathParam("id") UUID id,
            Agreement agreement,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        desk.agree(find(id), agreement, told.visibility);
        return show(id, language);
    }

    /**
     * Notes that finance has an agreed settlement.
     *
     * @param id the offboarding case
     * @param handOver the version as it was read
     * @param language the reader's languages
     * @return the settlement
     */
    @POST
    @Path("finance")
    @Permitted(WRITE)
    @Operation(summary = "Notes that an agreed settlement was handed over to finance")
    public SettlementView handOver(
            @PathParam("id") UUID id,
            HandOver handOver,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        desk.handOver(find(id), handOver.version(), told.visibility);
        return show(id, language);
    }

    /**
     * Exports an agreed settlement for finance.
     *
     * @param id the offboarding case
     * @param language the reader's languages
     * @return an Excel file
     */
    @GET
    @Path("settlement.xlsx")
    @Produces(EXCEL)
    @Permitted(READ)
    @Operation(summary = "Exports an agreed settlement as an Excel file")
    public byte[] sheet(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        JsonNode view = ToldJson.tree(agreed(id, language), told.visibility);
        return new SettlementFile(told.texts, told.texts.negotiate(language)).workbook(view);
    }

    /**
     * Exports an agreed settlement for the programs of finance.
     *
     * @param id the offboarding case
     * @param language the reader's languages
     * @return a CSV file in UTF-8 with a byte order mark, as RFC 4180 describes it
     */
    @GET
    @Path("settlement.csv")
    @Produces("text/csv;charset=UTF-8")
    @Permitted(READ)
    @Operation(summary = "Exports the lines of an agreed settlement as a CSV file")
    public byte[] lines(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        JsonNode view = ToldJson.tree(agreed(id, language), told.visibility);
        return new SettlementFile(told.texts, told.texts.negotiate(language)).csv(view);
    }

    /**
     * Prints an agreed settlement.
     *
     * @param id the offboarding case
     * @param language the reader's languages
     * @return a PDF file
     */
    @GET
    @Path("settlement.pdf")
    @Produces(Papers.PDF)
    @Permitted(READ)
    @Operation(summary = "Prints an agreed settlement as a PDF file")
    public byte[] paper(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        return told.papers.print(agreed(id, language), new SettlementPaper(), told.texts.negotiate(language));
    }

    private Settlement find(UUID id) {
        return desk.find(id, told.visibility);
    }

    /** A file leaves the house: it holds nothing that can still change. */
    private SettlementView agreed(UUID id, @Nullable String language) {
        SettlementView view = show(id, language);
        if (view.state().equals(SettlementState.DRAFT.code())) {
            throw RestException.of(SettlementError.SETTLEMENT_STATE, "The settlement has not been agreed on.");
        }
        return view;
    }

    private SettlementView show(UUID id, @Nullable String language) {
        SettlementView view = reader.show(find(id), told.texts.negotiate(language));
        told.audit.told(List.of(view.employee().id()));
        return view;
    }
}
