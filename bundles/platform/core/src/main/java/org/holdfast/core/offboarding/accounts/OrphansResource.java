package org.holdfast.core.offboarding.accounts;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.offboarding.accounts.AccountViews.LateAccountsView;
import org.holdfast.core.offboarding.accounts.AccountViews.LateView;
import org.holdfast.core.offboarding.accounts.AccountViews.OrphanView;
import org.holdfast.core.offboarding.accounts.OrphanTable.Orphan;
import org.holdfast.core.platform.rest.AuditNotes;
import org.holdfast.core.platform.rest.Cursors;
import org.holdfast.core.platform.rest.Page;
import org.holdfast.core.platform.rest.Permitted;
import org.holdfast.core.platform.rest.RestException;
import org.jspecify.annotations.Nullable;

/** Accounts that live and should not, for HR and IT. */
@Path("accounts")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class OrphansResource {
    private static final String EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final AccountReader reader;
    private final Cursors cursors;
    private final Visibility visibility;
    private final AuditNotes audit;

    /**
     * Creates the resource.
     *
     * @param reader shows accounts
     * @param cursors for paging
     * @param visibility what the caller may see
     * @param audit told who is shown
     */
    @Inject
    OrphansResource(AccountReader reader, Cursors cursors, Visibility visibility, AuditNotes audit) {
        this.reader = reader;
        this.cursors = cursors;
        this.visibility = visibility;
        this.audit = audit;
    }

    /**
     * Lists accounts that live although nobody at work is known to own them.
     *
     * @param subsidiaryId the subsidiary
     * @param limit items per page
     * @param cursor where to begin
     * @return those that were seen so first, the first ones
     */
    @GET
    @Path("orphans")
    @Permitted(PersonAccountsResource.READ)
    @Operation(summary = "Lists accounts that live although their owner left, or that belong to nobody known")
    public Page<OrphanView> orphans(
            @QueryParam("subsidiaryId") @Nullable UUID subsidiaryId,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        UUID subsidiary = required(subsidiaryId);
        List<Orphan> found = reader.orphans(subsidiary, visibility);
        String query = "orphans " + visibility.caller().id() + ' ' + subsidiary;
        Page<Orphan> page = cursors.page(found, query, limit, cursor);
        audit.told(page.items().stream()
                .flatMap(one -> one.subject().personId().stream())
                .toList());
        Map<UUID, RegisteredSystem> systems = reader.systems(subsidiary);
        return page.map(one -> reader.orphan(one, systems));
    }

    /**
     * Exports accounts that live although nobody at work is known to own them.
     *
     * @param subsidiaryId the subsidiary
     * @param language the reader's language
     * @return an Excel file
     */
    @GET
    @Path("orphans.xlsx")
    @Produces(EXCEL)
    @Permitted(PersonAccountsResource.READ)
    @Operation(summary = "Exports accounts without an owner at work as an Excel file")
    public byte[] sheet(
            @QueryParam("subsidiaryId") @Nullable UUID subsidiaryId,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        UUID subsidiary = required(subsidiaryId);
        List<Orphan> found = reader.orphans(subsidiary, visibility);
        audit.told(
                found.stream().flatMap(one -> one.subject().personId().stream()).toList());
        return reader.sheet(found, subsidiary, visibility, language);
    }

    /**
     * Lists accounts that should be dead and are not proved to be.
     *
     * @param subsidiaryId the subsidiary
     * @param language the reader's language
     * @return those that are late longest first
     */
    @GET
    @Path("late")
    @Permitted(PersonAccountsResource.READ)
    @Operation(summary = "Lists accounts of leavers that should be dead and are not proved to be")
    public LateAccountsView late(
            @QueryParam("subsidiaryId") @Nullable UUID subsidiaryId,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        UUID subsidiary = required(subsidiaryId);
        visibility.requireSubsidiary(subsidiary);
        List<LateView> found = reader.desk().late(subsidiary, visibility).stream()
                .map(work -> reader.late(work, language))
                .flatMap(Optional::stream)
                .toList();
        audit.told(found.stream().map(one -> one.employee().id()).toList());
        return new LateAccountsView(found);
    }

    private static UUID required(@Nullable UUID subsidiaryId) {
        if (subsidiaryId == null) {
            throw RestException.invalid("subsidiaryId", "missing");
        }
        return subsidiaryId;
    }
}
