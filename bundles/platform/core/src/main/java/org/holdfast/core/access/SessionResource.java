package org.holdfast.core.access;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.holdfast.core.platform.rest.AuditNotes;
import org.holdfast.core.platform.rest.FieldError;
import org.holdfast.core.platform.rest.FrontDoor;
import org.holdfast.core.platform.rest.NothingPersonal;
import org.holdfast.core.platform.rest.Open;
import org.holdfast.core.platform.rest.OwnDelay;
import org.holdfast.core.platform.rest.Permitted;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.core.platform.rest.TellsNothing;
import org.holdfast.core.platform.rest.WorksSealed;
import org.jspecify.annotations.Nullable;

/** Logging in and out, and the own password. */
@Path("session")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class SessionResource {
    /** Name of the session's cookie. */
    static final String COOKIE = "holdfast_session";

    private final Gate gate;
    private final SignOn signOn;
    private final Accounts accounts;
    private final Visibility visibility;
    private final AuditNotes audit;

    /**
     * Creates the resource.
     *
     * @param gate knows sessions
     * @param signOn lets people in
     * @param accounts changes passwords
     * @param visibility who calls
     * @param audit told who logged in
     */
    @Inject
    SessionResource(Gate gate, SignOn signOn, Accounts accounts, Visibility visibility, AuditNotes audit) {
        this.gate = gate;
        this.signOn = signOn;
        this.accounts = accounts;
        this.visibility = visibility;
        this.audit = audit;
    }

    /**
     * Logs in.
     *
     * @param logIn user name and password, and the second factor where the account has one; or a passkey alone
     * @param before the session the browser has, which ends
     * @param browser the cookie of a passkey's challenge
     * @param request the request
     * @return the session, with its cookie
     */
    @POST
    @Open
    @OwnDelay
    @WorksSealed
    @Operation(summary = "Logs in: sets the session's cookie and returns the token that writes have to send")
    @APIResponseSchema(SessionView.class)
    public Response logIn(
            LogIn logIn,
            @CookieParam(COOKIE) @Nullable String before,
            @CookieParam(PasskeyResource.COOKIE) @Nullable String browser,
            @Context ContainerRequestContext request) {
        Optional<PasskeyAnswer> passkey = PasskeyResource.answer(logIn.passkey(), browser, request);
        boolean alone = passkey.isPresent() && logIn.username() == null && logIn.password() == null;
        Session session = alone
                ? signOn.logIn(passkey.get(), client(request), Optional.ofNullable(before))
                : signOn.logIn(attempt(logIn, passkey, client(request)), Optional.ofNullable(before));
        Account account = accounts.find(session.accountId());
        audit.detail("account", account.id().toString());
        return Response.ok(view(session, account))
                .cookie(cookie(session.id(), -1, request))
                .build();
    }

    private static SignOn.Attempt attempt(LogIn logIn, Optional<PasskeyAnswer> passkey, Client client) {
        List<FieldError> errors = new ArrayList<>();
        String username = present(logIn.username(), "username", errors);
        String password = present(logIn.password(), "password", errors);
        if (!errors.isEmpty()) {
            throw RestException.invalid(errors);
        }
        Optional<String> code = Optional.ofNullable(logIn.code()).filter(given -> !given.isBlank());
        return new SignOn.Attempt(username, password, new SecondProof(code, passkey), client);
    }

    /**
     * Returns the present session.
     *
     * @param id the cookie
     * @return the session; without a token against forged requests where a machine calls
     */
    @GET
    @NothingPersonal
    @Permitted(value = "session:own", duringSetup = true)
    @WorksSealed
    @Operation(summary = "Returns who is logged in")
    public SessionView get(@CookieParam(COOKIE) @Nullable String id) {
        Caller caller = visibility.caller();
        Optional<Session> session = Optional.ofNullable(id)
                .flatMap(gate::session)
                .filter(own -> own.accountId().toString().equals(caller.id()));
        return session.map(own -> view(own, accounts.find(own.accountId())))
                .orElseGet(() -> new SessionView(null, UserView.of(caller, gate.permissions(caller)), false));
    }

    private SessionView view(Session session, Account account) {
        return new SessionViews(gate, signOn).of(session, account);
    }

    /**
     * Logs out.
     *
     * @param id the cookie
     * @param request the request
     * @return nothing, and the cookie's end
     */
    @DELETE
    @Permitted(value = "session:own", duringSetup = true)
    @WorksSealed
    @Operation(summary = "Logs out")
    @APIResponse(responseCode = "204", description = "Done, with the cookie's change")
    public Response logOut(@CookieParam(COOKIE) @Nullable String id, @Context ContainerRequestContext request) {
        if (id != null) {
            gate.logOut(id);
        }
        return Response.noContent().cookie(cookie("", 0, request)).build();
    }

    /**
     * Changes the own password. All sessions of the account end; the present one goes on under a new cookie.
     *
     * @param change the present and the new password
     * @param id the cookie
     * @param request the request
     * @return nothing, and the new cookie
     */
    @PUT
    @Path("password")
    @Permitted(value = "session:own", duringSetup = true)
    @WorksSealed
    @Operation(summary = "Changes the own password and ends all other sessions of the account")
    @APIResponse(responseCode = "204", description = "Done, with the cookie's change")
    public Response changePassword(
            PasswordChange change, @CookieParam(COOKIE) @Nullable String id, @Context ContainerRequestContext request) {
        List<FieldError> errors = new ArrayList<>();
        String current = present(change.currentPassword(), "currentPassword", errors);
        String next = present(change.newPassword(), "newPassword", errors);
        if (!errors.isEmpty()) {
            throw RestException.invalid(errors);
        }
        UUID account = accountId(visibility.caller());
        Optional<Session> session = Optional.ofNullable(id).flatMap(gate::session);
        accounts.changePassword(account, current, next, AccessFilter.address(request));
        Response.ResponseBuilder answer = Response.noContent();
        session.map(gate::renew).ifPresent(renewed -> answer.cookie(cookie(renewed.id(), -1, request)));
        return answer.build();
    }

    static Client client(ContainerRequestContext request) {
        String agent = request.getHeaderString(HttpHeaders.USER_AGENT);
        return new Client(AccessFilter.address(request), agent == null ? "" : agent);
    }

    static UUID accountId(Caller caller) {
        try {
            return UUID.fromString(caller.id());
        } catch (IllegalArgumentException e) {
            throw RestException.notFound();
        }
    }

    static String present(@Nullable String value, String field, List<FieldError> errors) {
        if (value == null || value.isEmpty()) {
            errors.add(FieldError.of(field, "missing"));
            return "";
        }
        if (value.length() > PasswordRules.LONGEST * 2) {
            errors.add(FieldError.of(field, "tooLong"));
        }
        return value;
    }

    static NewCookie cookie(String value, int maxAge, ContainerRequestContext request) {
        return new NewCookie.Builder(COOKIE)
                .value(value)
                .path("/")
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.STRICT)
                .secure(Boolean.TRUE.equals(request.getProperty(FrontDoor.ENCRYPTED)))
                .maxAge(maxAge)
                .build();
    }

    /**
     * What a browser logs in with. A passkey alone, without user name and password, counts as both factors.
     *
     * @param username the user name
     * @param password the password
     * @param code six digits of the authenticator app, or a recovery code, where the account has a second factor
     * @param passkey what a passkey signed, in place of the code or of all
     */
    public record LogIn(
            @Nullable String username,
            @Nullable String password,
            @Nullable String code,
            PasskeyResource.@Nullable Signed passkey) {}

    /**
     * A session.
     *
     * @param csrfToken what writes send back as {@code X-CSRF-Token}; null for a machine's token, which needs none
     * @param user who is logged in
     * @param mustAddSecondFactor whether a second factor has to be added before anything else
     */
    @TellsNothing
    public record SessionView(@Nullable String csrfToken, UserView user, boolean mustAddSecondFactor) {}

    /**
     * A change of the own password.
     *
     * @param currentPassword the present one
     * @param newPassword the new one
     */
    public record PasswordChange(
            @Nullable String currentPassword, @Nullable String newPassword) {}
}
