package org.holdfast.core.offboarding.settlement;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.platform.rest.AuditNotes;
import org.holdfast.core.platform.rest.Permitted;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.core.platform.rest.Texts;
import org.holdfast.core.platform.rest.ToldJson;
import org.jspecify.annotations.Nullable;

/**
 * What finance has to pay, for who acts for finance in a case, once HR has handed it over. What pay and service it was computed from
 * stays with HR: to pay, nobody has to know it.
 */
@Path("offboardings/{id}/payable")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
public final class PayablesResource {
    private static final String HANDLE = "offboardings:handle";
    private static final String EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final SettlementDesk desk;
    private final SettlementReader reader;
    private final FinanceOffice finance;
    private final Told told;

    /**
     * Creates the resource.
     *
     * @param desk finds settlements
     * @param reader shows them
     * @param finance knows who acts for finance
     * @param told what the caller is told
     */
    @Inject
    PayablesResource(SettlementDesk desk, SettlementReader reader, FinanceOffice finance, Told told) {
        this.desk = desk;
        this.reader = reader;
        this.finance = finance;
        this.told = told;
    }

    /** What the caller is told, and in which words. For one call. */
    @Dependent
    static final class Told {
        private final Visibility visibility;
        private final AuditNotes audit;
        private final Texts texts;

        @Inject
        Told(Visibility visibility, AuditNotes audit, Texts texts) {
            this.visibility = visibility;
            this.audit = audit;
            this.texts = texts;
        }
    }

    /**
     * Returns what has to be paid.
     *
     * @param id the offboarding case
     * @param language the reader's languages
     * @return the lines HR agreed on
     */
    @GET
    @Permitted(HANDLE)
    @Operation(summary = "Returns what finance has to pay to somebody who leaves")
    public PayableView get(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        return show(id, language);
    }

    /**
     * Exports what has to be paid.
     *
     * @param id the offboarding case
     * @param language the reader's languages
     * @return an Excel file
     */
    @GET
    @Path("payable.xlsx")
    @Produces(EXCEL)
    @Permitted(HANDLE)
    @Operation(summary = "Exports what finance has to pay as an Excel file")
    public byte[] sheet(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        return file(language).lines(tree(id, language));
    }

    /**
     * Exports what has to be paid, for the programs of finance.
     *
     * @param id the offboarding case
     * @param language the reader's languages
     * @return a CSV file in UTF-8 with a byte order mark, as RFC 4180 describes it
     */
    @GET
    @Path("payable.csv")
    @Produces("text/csv;charset=UTF-8")
    @Permitted(HANDLE)
    @Operation(summary = "Exports what finance has to pay as a CSV file")
    public byte[] csv(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        return file(language).csv(tree(id, language));
    }

    private SettlementFile file(@Nullable String language) {
        return new SettlementFile(told.texts, told.texts.negotiate(language));
    }

    private JsonNode tree(UUID id, @Nullable String language) {
        return ToldJson.tree(show(id, language), told.visibility);
    }

    private PayableView show(UUID id, @Nullable String language) {
        // Whether there is a case is nobody's business who does not act in it.
        if (!finance.acts(id, told.visibility)) {
            throw RestException.notFound();
        }
        SettlementView view = reader.show(desk.find(id, told.visibility), told.texts.negotiate(language));
        if (!view.state().equals(SettlementState.HANDED_OVER.code())) {
            throw RestException.of(
                    SettlementError.SETTLEMENT_NOT_HANDED_OVER,
                    "HR has not handed the settlement over to finance yet.");
        }
        told.audit.told(List.of(view.employee().id()));
        return PayableView.of(view);
    }
}
