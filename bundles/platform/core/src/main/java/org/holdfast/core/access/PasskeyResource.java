package org.holdfast.core.access;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.holdfast.core.platform.rest.FrontDoor;
import org.holdfast.core.platform.rest.NeverStored;
import org.holdfast.core.platform.rest.Open;
import org.holdfast.core.platform.rest.Permitted;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.core.platform.rest.TellsNothing;
import org.holdfast.core.platform.rest.WorksSealed;
import org.jspecify.annotations.Nullable;

/** The own passkeys, and the challenges that they sign (WebAuthn Level 3). */
@Path("session/passkeys")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class PasskeyResource {
    /** Name of the cookie that binds a challenge to its browser. */
    static final String COOKIE = "holdfast_passkey";

    private static final String OWN = "session:own";
    private static final int LONGEST_NAME = 100;

    private final Passkeys passkeys;
    private final SignOn signOn;
    private final Accounts accounts;
    private final Gate gate;
    private final Visibility visibility;

    /**
     * Creates the resource.
     *
     * @param passkeys the passkeys
     * @param signOn asks for proof again
     * @param accounts the accounts
     * @param gate ends sessions
     * @param visibility who calls
     */
    @Inject
    PasskeyResource(Passkeys passkeys, SignOn signOn, Accounts accounts, Gate gate, Visibility visibility) {
        this.passkeys = passkeys;
        this.signOn = signOn;
        this.accounts = accounts;
        this.gate = gate;
        this.visibility = visibility;
    }

    /**
     * Returns the own passkeys.
     *
     * @return the oldest first
     */
    @GET
    @Permitted(value = OWN, duringSetup = true)
    @Operation(summary = "Returns the caller's passkeys")
    public PasskeysView list() {
        return new PasskeysView(
                passkeys.of(own().id()).stream().map(PasskeyResource::view).toList());
    }

    /**
     * Returns a challenge for a passkey to sign: to sign in, or to prove who one is.
     *
     * @param request the request
     * @return the challenge, with the cookie that binds it to the browser
     */
    @POST
    @Path("challenge")
    @Open
    @WorksSealed
    @Operation(summary = "Returns a challenge for a passkey to sign, to log in or to prove who one is")
    @APIResponseSchema(ChallengeView.class)
    public Response challenge(@Context ContainerRequestContext request) {
        String holder = Secrets.next();
        RelyingParty party = passkeys.party(called(request));
        return Response.ok(new ChallengeView(passkeys.challenge(holder), party.id(), timeout()))
                .cookie(cookie(holder, request))
                .build();
    }

    /**
     * Begins to add a passkey.
     *
     * @param proof the password, and the second factor where there is one
     * @param session the session's cookie
     * @param browser the cookie of a challenge
     * @param request the request
     * @return what the browser has to know to make one
     */
    @POST
    @Permitted(value = OWN, duringSetup = true)
    @Operation(summary = "Begins to add a passkey: returns what the browser needs to make it")
    public NewPasskeyView begin(
            SecondFactorResource.Proof proof,
            @CookieParam(SessionResource.COOKIE) @Nullable String session,
            @CookieParam(COOKIE) @Nullable String browser,
            @Context ContainerRequestContext request) {
        Account account = signOn.confirm(own(), proof.given(), proof.second(browser, request), address(request));
        RelyingParty party = passkeys.party(called(request));
        return new NewPasskeyView(
                passkeys.begin(account, holder(session)),
                party.id(),
                PasskeyAnswer.handle(account.id()),
                account.username(),
                Ceremonies.ALGORITHMS,
                passkeys.of(account.id()).stream().map(Ceremonies::credentialId).toList(),
                timeout());
    }

    /**
     * Adds the passkey that the browser has made. All other sessions of the account end.
     *
     * @param made the passkey
     * @param session the session's cookie
     * @param request the request
     * @return the passkey
     */
    @POST
    @Path("confirmation")
    @Permitted(value = OWN, duringSetup = true)
    @Operation(summary = "Adds the passkey that the browser has made, and ends all other sessions of the account")
    public PasskeyView add(
            NewPasskey made,
            @CookieParam(SessionResource.COOKIE) @Nullable String session,
            @Context ContainerRequestContext request) {
        String name = made.name() == null ? "" : made.name().strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw RestException.invalid("name", name.isEmpty() ? "missing" : "tooLong");
        }
        Passkey passkey = passkeys.add(own(), name, made, holder(session), called(request));
        Optional.ofNullable(session).flatMap(gate::session).ifPresent(gate::endOthers);
        return view(passkey);
    }

    /**
     * Removes a passkey.
     *
     * @param id the passkey
     * @param proof the password and the second factor
     * @param browser the cookie of a challenge
     * @param request the request
     */
    @POST
    @Path("{id}/removal")
    @Permitted(value = OWN, duringSetup = true)
    @Operation(summary = "Removes an own passkey, with the password and a code or passkey")
    public void remove(
            @PathParam("id") String id,
            SecondFactorResource.Proof proof,
            @CookieParam(COOKIE) @Nullable String browser,
            @Context ContainerRequestContext request) {
        Account account = signOn.confirm(own(), proof.given(), proof.second(browser, request), address(request));
        passkeys.remove(account.id(), id(id));
    }

    private Account own() {
        return accounts.find(SessionResource.accountId(visibility.caller()));
    }

    /** A machine has no session to make a passkey in. */
    private String holder(@Nullable String session) {
        return Optional.ofNullable(session)
                .flatMap(gate::session)
                .map(open -> open.handle().toString())
                .orElseThrow(RestException::notFound);
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw RestException.notFound();
        }
    }

    private static long timeout() {
        return PasskeyChallenges.LONGEST.toMillis();
    }

    private static String address(ContainerRequestContext request) {
        return AccessFilter.address(request);
    }

    private static PasskeyView view(Passkey passkey) {
        return new PasskeyView(
                passkey.id(),
                passkey.name().orElse(null),
                passkey.createdAt(),
                passkey.lastUsedAt().orElse(null),
                passkey.credential().backupEligible());
    }

    /** Returns what a device signed, with what it has to fit; empty where nothing was sent. */
    static Optional<PasskeyAnswer> answer(
            @Nullable Signed signed, @Nullable String browser, ContainerRequestContext request) {
        return Optional.ofNullable(signed)
                .map(sent -> new PasskeyAnswer(sent, browser == null ? "" : browser, called(request)));
    }

    /** Behind a proxy that ends HTTPS, the server itself is called without. */
    private static URI called(ContainerRequestContext request) {
        URI base = request.getUriInfo().getBaseUri();
        boolean behind =
                Boolean.TRUE.equals(request.getProperty(FrontDoor.ENCRYPTED)) && "http".equals(base.getScheme());
        return behind ? UriBuilder.fromUri(base).scheme("https").build() : base;
    }

    private static NewCookie cookie(String value, ContainerRequestContext request) {
        return new NewCookie.Builder(COOKIE)
                .value(value)
                .path("/")
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.STRICT)
                .secure(Boolean.TRUE.equals(request.getProperty(FrontDoor.ENCRYPTED)))
                .maxAge((int) PasskeyChallenges.LONGEST.toSeconds())
                .build();
    }

    /**
     * The own passkeys.
     *
     * @param items the passkeys, the oldest first
     */
    @TellsNothing
    public record PasskeysView(List<PasskeyView> items) {}

    /**
     * A passkey.
     *
     * @param id its id
     * @param name what its holder calls it; null while the key ring is not open
     * @param createdAt when it was added
     * @param lastUsedAt when it was last used; null for never
     * @param synced whether its maker may copy it to the holder's other devices
     */
    @TellsNothing
    public record PasskeyView(
            UUID id,
            @Nullable String name,
            Instant createdAt,
            @Nullable Instant lastUsedAt,
            boolean synced) {}

    /**
     * A challenge for a passkey to sign.
     *
     * @param challenge 256 random bits in base64url
     * @param rpId the host that passkeys belong to
     * @param timeout milliseconds until it is over
     */
    @TellsNothing
    @NeverStored
    public record ChallengeView(String challenge, String rpId, long timeout) {}

    /**
     * What a browser has to know to make a passkey.
     *
     * @param challenge 256 random bits in base64url
     * @param rpId the host that the passkey will belong to
     * @param userHandle by what the device will know the account, in base64url
     * @param username what the device will call the account
     * @param algorithms COSE algorithms that are taken, the best first
     * @param known ids of the credentials the account has already, in base64url: no device makes a second one
     * @param timeout milliseconds until the challenge is over
     */
    @TellsNothing
    @NeverStored
    public record NewPasskeyView(
            String challenge,
            String rpId,
            String userHandle,
            String username,
            List<Long> algorithms,
            List<String> known,
            long timeout) {}

    /**
     * A credential that a device has made.
     *
     * @param name what its holder calls it, 1 to 100 characters
     * @param clientData what the browser says of the call: JSON, in base64url
     * @param attestation what the device says: CBOR, in base64url
     */
    public record NewPasskey(
            @Nullable String name,
            @Nullable String clientData,
            @Nullable String attestation) {}

    /**
     * What a device signed: an assertion of WebAuthn; all parts in base64url.
     *
     * @param credentialId id of the credential
     * @param clientData what the browser says of the call, JSON
     * @param authenticatorData what the device says
     * @param signature over both
     * @param userHandle by what the device knows the account; null where it does not say
     */
    public record Signed(
            @Nullable String credentialId,
            @Nullable String clientData,
            @Nullable String authenticatorData,
            @Nullable String signature,
            @Nullable String userHandle) {}
}
