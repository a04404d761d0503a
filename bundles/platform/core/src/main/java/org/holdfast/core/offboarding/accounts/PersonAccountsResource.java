package org.holdfast.core.offboarding.accounts;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.offboarding.accounts.AccountViews.PersonAccountsView;
import org.holdfast.core.platform.rest.AuditNotes;
import org.holdfast.core.platform.rest.Permitted;
import org.holdfast.core.protection.Subject;
import org.jspecify.annotations.Nullable;

/** The accounts of a person, for HR and IT. */
@Path("employees/{id}/accounts")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class PersonAccountsResource {
    static final String READ = "accounts:read";
    static final String WRITE = "accounts:write";

    private final AccountReader reader;
    private final Visibility visibility;
    private final AuditNotes audit;

    /**
     * Creates the resource.
     *
     * @param reader shows accounts
     * @param visibility what the caller may see
     * @param audit told who is shown
     */
    @Inject
    PersonAccountsResource(AccountReader reader, Visibility visibility, AuditNotes audit) {
        this.reader = reader;
        this.visibility = visibility;
        this.audit = audit;
    }

    /**
     * An account as somebody writes it.
     *
     * @param systemId its system
     * @param reference what the system keeps it by: its id, or its distinguished name
     */
    public record AccountFields(
            @Nullable UUID systemId, @Nullable String reference) {
        /** Names nobody. */
        @Override
        public String toString() {
            return "account";
        }
    }

    /**
     * Returns the accounts that are known of a person.
     *
     * @param id the person
     * @param language the reader's language
     * @return the accounts, and how far they are closed
     */
    @GET
    @Permitted(READ)
    @Operation(summary = "Returns the accounts of an employee, and how far they are closed")
    public PersonAccountsView list(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        return view(reader.desk().seen(id, visibility), language);
    }

    /**
     * Puts an account down as a person's. Its system is asked whether there is such an account.
     *
     * @param id the person
     * @param fields the account
     * @param language the reader's language
     * @return all accounts of the person
     */
    @POST
    @Permitted(WRITE)
    @Operation(summary = "Puts an account down as an employee's")
    public PersonAccountsView add(
            @PathParam("id") UUID id,
            AccountFields fields,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        Subject owner = reader.desk().seen(id, visibility);
        reader.desk().add(owner, fields.systemId(), fields.reference());
        return view(owner, language);
    }

    /**
     * Looks for a person's accounts in all systems now. Changes nothing there.
     *
     * @param id the person
     * @param language the reader's language
     * @return all accounts of the person
     */
    @POST
    @Path("search")
    @Permitted(WRITE)
    @Operation(summary = "Looks for an employee's accounts in all systems now")
    public PersonAccountsView search(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        Subject owner = reader.desk().seen(id, visibility);
        reader.desk().search(owner);
        return view(owner, language);
    }

    /**
     * Has what failed tried again within the minute. Nothing is tried before its moment.
     *
     * @param id the person
     * @param language the reader's language
     * @return all accounts of the person
     */
    @POST
    @Path("retry")
    @Permitted(WRITE)
    @Operation(summary = "Has the closing of an employee's accounts tried again now, where it failed")
    public PersonAccountsView retry(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        Subject owner = reader.desk().seen(id, visibility);
        reader.desk().retry(owner);
        return view(owner, language);
    }

    private PersonAccountsView view(Subject owner, @Nullable String language) {
        audit.told(List.of(owner.personId().orElseThrow()));
        return reader.view(reader.desk().of(owner), language);
    }
}
