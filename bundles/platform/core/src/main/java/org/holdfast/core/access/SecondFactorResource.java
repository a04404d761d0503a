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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.holdfast.core.platform.rest.FieldError;
import org.holdfast.core.platform.rest.NeverStored;
import org.holdfast.core.platform.rest.Permitted;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.core.platform.rest.TellsNothing;
import org.jspecify.annotations.Nullable;

/** The own second factor: codes of an authenticator app. */
@Path("session/second-factor")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class SecondFactorResource {
    private static final String OWN = "session:own";

    private final SecondFactors factors;
    private final SignOn signOn;
    private final Accounts accounts;
    private final Gate gate;
    private final Visibility visibility;

    /**
     * Creates the resource.
     *
     * @param factors the second factors
     * @param signOn asks for the password again
     * @param accounts the accounts
     * @param gate ends sessions
     * @param visibility who calls
     */
    @Inject
    SecondFactorResource(SecondFactors factors, SignOn signOn, Accounts accounts, Gate gate, Visibility visibility) {
        this.factors = factors;
        this.signOn = signOn;
        this.accounts = accounts;
        this.gate = gate;
        this.visibility = visibility;
    }

    /**
     * Returns whether the caller has a second factor.
     *
     * @return the second factor without its secrets
     */
    @GET
    @Permitted(value = OWN, duringSetup = true)
    @Operation(summary = "Returns whether the caller has a second factor, and has to")
    public SecondFactorView get() {
        Account account = own();
        boolean required = factors.isRequired(account.roles());
        int keys = factors.passkeys().of(account.id()).size();
        return factors.active(account.id())
                .map(factor -> new SecondFactorView(true, required, factor.since(), factor.recoveryCodes(), keys))
                .orElseGet(() -> new SecondFactorView(false, required, null, 0, keys));
    }

    /**
     * Begins to add a second factor. It is asked for only when it has been confirmed.
     *
     * @param proof the password, and a passkey where there is one
     * @param browser the cookie of a passkey's challenge
     * @param request the request
     * @return what the app has to know, shown this once
     */
    @POST
    @Permitted(value = OWN, duringSetup = true)
    @Operation(summary = "Begins to add a second factor: returns the secret for an authenticator app, shown this once")
    public EnrolmentView begin(
            Proof proof,
            @CookieParam(PasskeyResource.COOKIE) @Nullable String browser,
            @Context ContainerRequestContext request) {
        Account account =
                signOn.confirm(own(), proof.given(), proof.second(browser, request), AccessFilter.address(request));
        SecondFactors.Enrolment enrolment = factors.begin(account);
        return new EnrolmentView(enrolment.secret(), enrolment.address());
    }

    /**
     * Confirms the second factor begun. All other sessions of the account end.
     *
     * @param code a code of the app
     * @param cookie the session's cookie
     * @return ten recovery codes, shown this once
     */
    @POST
    @Path("confirmation")
    @Permitted(value = OWN, duringSetup = true)
    @Operation(summary = "Confirms the second factor with a code and returns ten recovery codes, shown this once")
    public RecoveryCodes confirm(Code code, @CookieParam(SessionResource.COOKIE) @Nullable String cookie) {
        Account account = own();
        List<String> codes = factors.confirm(account.id(), given(code.code(), "code"));
        Optional.ofNullable(cookie).flatMap(gate::session).ifPresent(gate::endOthers);
        return new RecoveryCodes(codes);
    }

    /**
     * Removes the own second factor.
     *
     * @param proof the password, and a code or passkey
     * @param browser the cookie of a passkey's challenge
     * @param request the request
     */
    @POST
    @Path("removal")
    @Permitted(value = OWN, duringSetup = true)
    @Operation(summary = "Removes the own second factor, with the password and a code or passkey")
    public void remove(
            Proof proof,
            @CookieParam(PasskeyResource.COOKIE) @Nullable String browser,
            @Context ContainerRequestContext request) {
        String password = proof.given();
        SecondProof second = proof.second(browser, request);
        if (second.isEmpty()) {
            throw RestException.invalid("code", "missing");
        }
        Account account = signOn.confirm(own(), password, second, AccessFilter.address(request));
        factors.remove(account.id());
    }

    private Account own() {
        UUID id = SessionResource.accountId(visibility.caller());
        return accounts.find(id);
    }

    private static String given(@Nullable String value, String field) {
        List<FieldError> errors = new ArrayList<>();
        String present = SessionResource.present(value, field, errors);
        if (!errors.isEmpty()) {
            throw RestException.invalid(errors);
        }
        return present;
    }

    /**
     * A second factor.
     *
     * @param active whether there is one
     * @param required whether the caller's roles must have one
     * @param since when it was added; null where there is none
     * @param recoveryCodesLeft how many recovery codes are left
     * @param passkeys how many passkeys there are, each of which is one, too
     */
    @TellsNothing
    public record SecondFactorView(
            boolean active, boolean required, @Nullable Instant since, int recoveryCodesLeft, int passkeys) {}

    /**
     * What proves that it is really the holder.
     *
     * @param password the password
     * @param code six digits of the app, or a recovery code; needed where there is a second factor
     * @param passkey what a passkey signed, in place of the code
     */
    public record Proof(@Nullable String password, @Nullable String code, PasskeyResource.@Nullable Signed passkey) {

        String given() {
            return SecondFactorResource.given(password, "password");
        }

        SecondProof second(@Nullable String browser, ContainerRequestContext request) {
            Optional<PasskeyAnswer> signed = PasskeyResource.answer(passkey, browser, request);
            if (signed.isPresent() || code == null || code.isEmpty()) {
                return new SecondProof(Optional.empty(), signed);
            }
            return new SecondProof(Optional.of(SecondFactorResource.given(code, "code")), signed);
        }
    }

    /**
     * A code.
     *
     * @param code six digits of the app
     */
    public record Code(@Nullable String code) {}

    /**
     * What an authenticator app has to know.
     *
     * @param secret the secret in base 32, to be typed in
     * @param address the same as an address of the scheme {@code otpauth}, to be shown as a QR code
     */
    @TellsNothing
    @NeverStored
    public record EnrolmentView(String secret, String address) {}

    /**
     * Codes for the day the app is lost, each for one log-in.
     *
     * @param recoveryCodes ten codes
     */
    @TellsNothing
    @NeverStored
    public record RecoveryCodes(List<String> recoveryCodes) {}
}
