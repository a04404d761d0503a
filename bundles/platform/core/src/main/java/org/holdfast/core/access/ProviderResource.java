package org.holdfast.core.access;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.holdfast.core.platform.rest.AuditNotes;
import org.holdfast.core.platform.rest.FrontDoor;
import org.holdfast.core.platform.rest.NothingPersonal;
import org.holdfast.core.platform.rest.Open;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.core.platform.rest.TellsNothing;
import org.holdfast.core.platform.rest.WorksSealed;
import org.jspecify.annotations.Nullable;

/** Signing on with the firm's identity provider. The browser takes the code back to the console, which sends it here. */
@Path("session/provider")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class ProviderResource {
    /** Name of the cookie that binds a sign-on to its browser. */
    static final String COOKIE = "holdfast_sign_on";

    private static final int SECONDS = 600;
    private static final int LONGEST = 4_000;

    private final ProviderSignOn provider;
    private final Accounts accounts;
    private final SessionViews views;
    private final AuditNotes audit;

    /**
     * Creates the resource.
     *
     * @param provider lets people in
     * @param accounts the accounts
     * @param views shows sessions
     * @param audit told who logged in
     */
    @Inject
    ProviderResource(ProviderSignOn provider, Accounts accounts, SessionViews views, AuditNotes audit) {
        this.provider = provider;
        this.accounts = accounts;
        this.views = views;
        this.audit = audit;
    }

    /**
     * Returns the provider, for the sign-in page.
     *
     * @return its name, null where there is none
     */
    @GET
    @Open
    @NothingPersonal
    @WorksSealed
    @Operation(summary = "Returns the identity provider people can sign on with")
    public ProviderView get() {
        Optional<OidcProvider> known = provider.provider();
        return new ProviderView(
                known.map(OidcProvider::name).orElse(null),
                known.flatMap(OidcProvider::signOffAddress).map(URI::toString).orElse(null));
    }

    /**
     * Begins a sign-on.
     *
     * @param request the request
     * @return where the browser has to go, with the cookie that binds the sign-on to it
     */
    @POST
    @Path("start")
    @Open
    @WorksSealed
    @Operation(summary = "Begins to sign on with the identity provider: returns the address to go to")
    @APIResponseSchema(StartView.class)
    public Response start(@Context ContainerRequestContext request) {
        ProviderSignOn.Begun begun = provider.begin();
        return Response.ok(new StartView(begun.address().toString()))
                .cookie(cookie(begun.browser(), SECONDS, request))
                .build();
    }

    /**
     * Logs in with what the provider sent back.
     *
     * @param back the code and the state; the second factor's code where the account has one, with the same state
     * @param browser the cookie of the sign-on
     * @param challenged the cookie of a passkey's challenge
     * @param before the session the browser has, which ends
     * @param request the request
     * @return the session, with its cookie
     */
    @POST
    @Open
    @WorksSealed
    @Operation(summary = "Logs in with the code the identity provider sent back")
    @APIResponseSchema(SessionResource.SessionView.class)
    public Response logIn(
            ProviderLogIn back,
            @CookieParam(COOKIE) @Nullable String browser,
            @CookieParam(PasskeyResource.COOKIE) @Nullable String challenged,
            @CookieParam(SessionResource.COOKIE) @Nullable String before,
            @Context ContainerRequestContext request) {
        ProviderSignOn.Back given = new ProviderSignOn.Back(
                text(back.state(), "state").orElse(""),
                text(back.code(), "code"),
                new SecondProof(
                        text(back.secondFactor(), "secondFactor"),
                        PasskeyResource.answer(back.passkey(), challenged, request)));
        Session session = provider.end(
                given, browser == null ? "" : browser, SessionResource.client(request), Optional.ofNullable(before));
        Account account = accounts.find(session.accountId());
        audit.detail("account", account.id().toString());
        return Response.ok(views.of(session, account))
                .cookie(SessionResource.cookie(session.id(), -1, request), cookie("", 0, request))
                .build();
    }

    private static Optional<String> text(@Nullable String given, String field) {
        if (given != null && given.length() > LONGEST) {
            throw RestException.invalid(field, "tooLong");
        }
        return Optional.ofNullable(given).filter(text -> !text.isBlank());
    }

    private static NewCookie cookie(String value, int maxAge, ContainerRequestContext request) {
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
     * The provider.
     *
     * @param name what people call it; null where there is none
     * @param signOffAddress where a browser signs off there, too; null where that is not known
     */
    @TellsNothing
    public record ProviderView(
            @Nullable String name, @Nullable String signOffAddress) {}

    /**
     * A sign-on that has begun.
     *
     * @param address where the browser has to go
     */
    @TellsNothing
    public record StartView(String address) {}

    /**
     * What the browser came back with.
     *
     * @param state of the sign-on
     * @param code what the provider gave; missing where it refused
     * @param secondFactor six digits of the authenticator app, or a recovery code, where the account has a second factor
     * @param passkey what a passkey signed, in place of that code
     */
    public record ProviderLogIn(
            @Nullable String state,
            @Nullable String code,
            @Nullable String secondFactor,
            PasskeyResource.@Nullable Signed passkey) {}
}
