package org.holdfast.core.access;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.holdfast.core.platform.rest.Cursors;
import org.holdfast.core.platform.rest.EntityTags;
import org.holdfast.core.platform.rest.FieldError;
import org.holdfast.core.platform.rest.NeverStored;
import org.holdfast.core.platform.rest.Page;
import org.holdfast.core.platform.rest.Permitted;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.core.platform.rest.TellsNothing;
import org.jspecify.annotations.Nullable;

/** The accounts, for the security administrator. */
@Path("users")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class UsersResource {
    private static final String MANAGE = "users:manage";

    private final Accounts accounts;
    private final SecondFactors factors;
    private final RoleTable table;
    private final Cursors cursors;
    private final Visibility visibility;

    /**
     * Creates the resource.
     *
     * @param accounts the accounts
     * @param factors their second factors
     * @param table what roles may do
     * @param cursors for paging
     * @param visibility who calls
     */
    @Inject
    UsersResource(Accounts accounts, SecondFactors factors, RoleTable table, Cursors cursors, Visibility visibility) {
        this.accounts = accounts;
        this.factors = factors;
        this.table = table;
        this.cursors = cursors;
        this.visibility = visibility;
    }

    /**
     * Lists the accounts.
     *
     * @param limit items per page
     * @param cursor where to begin
     * @return users, by user name
     */
    @GET
    @Permitted(MANAGE)
    @Operation(summary = "Lists the users")
    public Page<UserView> list(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        String query = "users " + visibility.caller().id();
        Set<UUID> holders = factors.holders();
        return cursors.page(accounts.all(), query, limit, cursor)
                .map(account -> view(account, holders.contains(account.id())));
    }

    /**
     * Returns an account.
     *
     * @param id the account
     * @return the user, with its ETag
     */
    @GET
    @Path("{id}")
    @Permitted(MANAGE)
    @Operation(summary = "Returns a user")
    @APIResponseSchema(UserView.class)
    public Response get(@PathParam("id") String id) {
        return answer(Response.ok(), accounts.find(id(id)));
    }

    /**
     * Adds an account.
     *
     * @param user the account; without a password it needs a one-time password before anybody can log in
     * @return the user
     */
    @POST
    @Permitted(MANAGE)
    @Operation(summary = "Adds a user; without a password, make a one-time password next")
    @APIResponseSchema(value = UserView.class, responseCode = "201")
    public Response add(NewUser user) {
        List<FieldError> errors = new ArrayList<>();
        String username = user.username() == null ? "" : Account.normal(user.username());
        if (!OutsideAccounts.isUsername(username)) {
            errors.add(FieldError.of("username", "username"));
        }
        UserFields fields = new UserFields(
                user.displayName(), user.roles(), user.subsidiaryIds(), user.employeeId(), user.language());
        Accounts.Profile profile = fields.check(table, errors);
        boolean mustChange = user.mustChangePassword() == null || user.mustChangePassword();
        Account account = accounts.create(username, Optional.ofNullable(user.password()), profile, mustChange);
        return answer(Response.created(URI.create("users/" + account.id())), account);
    }

    /**
     * Changes an account.
     *
     * @param id the account
     * @param user what it is to be; the user name stays
     * @param ifMatch the ETag the change is based on
     * @return the changed user
     */
    @PUT
    @Path("{id}")
    @Permitted(MANAGE)
    @Operation(summary = "Changes a user's name, roles, subsidiaries, employee, language or whether they may log in")
    @APIResponseSchema(UserView.class)
    public Response change(
            @PathParam("id") String id, UserChange user, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        Account before = accounts.find(id(id));
        EntityTags.check(ifMatch, tag(before));
        UserFields fields = new UserFields(
                user.displayName(), user.roles(), user.subsidiaryIds(), user.employeeId(), user.language());
        Accounts.Profile profile = fields.check(table, new ArrayList<>());
        boolean active = user.active() == null ? before.active() : user.active();
        Account after =
                accounts.change(before, profile, active, visibility.caller().id());
        return answer(Response.ok(), after);
    }

    /**
     * Gives an account a one-time password. Its sessions end.
     *
     * @param id the account
     * @return the password, shown this once
     */
    @POST
    @Path("{id}/password")
    @Permitted(MANAGE)
    @Operation(summary = "Gives a user a one-time password, shown this once")
    public OneTimePassword resetPassword(@PathParam("id") String id) {
        return new OneTimePassword(accounts.resetPassword(id(id)));
    }

    /**
     * Lifts the delay that wrong passwords brought upon an account.
     *
     * @param id the account
     */
    @POST
    @Path("{id}/unlock")
    @Permitted(MANAGE)
    @Operation(summary = "Lifts the log-in delay of a user")
    public void unlock(@PathParam("id") String id) {
        accounts.unlock(id(id));
    }

    /**
     * Takes the second factor, with all passkeys, away from somebody who has lost it. The account's sessions end.
     *
     * @param id the account
     */
    @DELETE
    @Path("{id}/second-factor")
    @Permitted(MANAGE)
    @Operation(
            summary =
                    "Removes the second factor and all passkeys of a user who has lost them, and ends the user's sessions")
    public void resetSecondFactor(@PathParam("id") String id) {
        factors.reset(accounts.find(id(id)).id(), visibility.caller().id());
    }

    private UserView view(Account account, boolean secondFactor) {
        return UserView.of(account, table.permissions(account.roles()), secondFactor);
    }

    private Response answer(Response.ResponseBuilder answer, Account account) {
        return answer.entity(view(account, factors.has(account.id())))
                .tag(tag(account))
                .build();
    }

    private static EntityTag tag(Account account) {
        return EntityTags.of(account.id(), account.version());
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw RestException.notFound();
        }
    }

    /**
     * An account to be added.
     *
     * @param username 2 to 64 letters, digits and {@code . _ - @}; case does not matter
     * @param displayName the name for people
     * @param password as long as the settings say, and none that is easy to guess
     * @param roles codes of roles, at least one
     * @param subsidiaryIds the subsidiaries it is limited to
     * @param employeeId the employee who it is
     * @param language tag of the language, {@code en} where it is missing
     * @param mustChangePassword whether the password has to be changed at the first log-in; true where it is missing
     */
    public record NewUser(
            @Nullable String username,
            @Nullable String displayName,
            @Nullable String password,
            @Nullable List<String> roles,
            @Nullable List<UUID> subsidiaryIds,
            @Nullable UUID employeeId,
            @Nullable String language,
            @Nullable Boolean mustChangePassword) {}

    /**
     * What an account is to be.
     *
     * @param displayName the name for people
     * @param roles codes of roles, at least one
     * @param subsidiaryIds the subsidiaries it is limited to
     * @param employeeId the employee who it is
     * @param language tag of the language
     * @param active whether it may log in; unchanged where it is missing
     */
    public record UserChange(
            @Nullable String displayName,
            @Nullable List<String> roles,
            @Nullable List<UUID> subsidiaryIds,
            @Nullable UUID employeeId,
            @Nullable String language,
            @Nullable Boolean active) {}

    /**
     * A password for one log-in.
     *
     * @param oneTimePassword the password
     */
    @TellsNothing
    @NeverStored
    public record OneTimePassword(String oneTimePassword) {}
}
