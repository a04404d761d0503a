package org.holdfast.core.access;

import java.time.Duration;
import java.util.Optional;
import org.holdfast.core.platform.rest.RestException;

/**
 * Lets people in: password, second factor, place, in this order. What it asks of a session that is open already is asked at
 * every call, so that a change of the rules counts at once. Safe for use from many threads.
 */
public final class SignOn {
    private final Doorkeeper doorkeeper;
    private final SecondFactors factors;
    private final SignInDelays delays;
    private final AdministratorPlaces places;
    private final Sessions sessions;

    SignOn(
            Doorkeeper doorkeeper,
            SecondFactors factors,
            SignInDelays delays,
            AdministratorPlaces places,
            Sessions sessions) {
        this.doorkeeper = doorkeeper;
        this.factors = factors;
        this.delays = delays;
        this.places = places;
        this.sessions = sessions;
    }

    /**
     * Logs in and opens a session under a new id; the one the browser had ends.
     *
     * @throws RestException with status 401 where password or code do not fit or a code is needed, 403 where the account
     *     may not sign on from there, 429 where the caller has to wait
     */
    Session logIn(Attempt attempt, Optional<String> before) {
        String address = attempt.client().address();
        Account account =
                doorkeeper.checkPassword(attempt.username(), attempt.password().toCharArray(), address);
        return enter(account, attempt.code(), attempt.client(), before);
    }

    /** Asks somebody who has proved who they are for the second factor and the place, and opens a session. */
    Session enter(Account account, Optional<String> given, Client client, Optional<String> before) {
        Optional<SecondFactor> factor = factors.active(account.id());
        if (factor.isPresent()) {
            String code = given.orElseThrow(
                    () -> RestException.of(AccessError.SECOND_FACTOR_REQUIRED, "Send the code of the second factor."));
            checkCode(account, factor.get(), code);
        }
        requirePlace(account.caller(), client.address());
        before.ifPresent(sessions::close);
        return sessions.open(account.id(), client);
    }

    /** Asks the holder of an open session for the password, and for a code where there is a second factor, again. */
    Account confirm(Account account, String password, Optional<String> code, String address) {
        // The provider alone knows the password: the session and the code are all there is to ask for.
        boolean elsewhere = account.origin().kind() == Origin.Kind.PROVIDER && !account.passwordIsHere();
        Account confirmed =
                elsewhere ? account : doorkeeper.checkPassword(account.username(), password.toCharArray(), address);
        factors.active(account.id())
                .ifPresent(factor -> checkCode(account, factor, code.orElseThrow(SecondFactors::wrongCode)));
        return confirmed;
    }

    /**
     * Only somebody who knows the password gets as far as this, so the delay counts for the last security administrator,
     * too: strangers cannot bring it about.
     */
    private void checkCode(Account account, SecondFactor factor, String code) {
        Duration wait = delays.waitForCode(account.username());
        if (!wait.isZero()) {
            throw RestException.later(
                    AccessError.SIGN_IN_DELAYED, "Too many wrong codes: wait and try again.", wait.toSeconds() + 1);
        }
        if (!factors.use(factor, code)) {
            delays.codeFailed(account.username());
            throw SecondFactors.wrongCode();
        }
        delays.codeSucceeded(account.username());
    }

    /**
     * Asks whether somebody may work from an address.
     *
     * @throws RestException with status 403 where not
     */
    void requirePlace(Caller caller, String address) {
        if (!places.allow(caller.roles(), address)) {
            throw RestException.of(AccessError.PLACE_NOT_ALLOWED, "Administrators may not sign on from this address.");
        }
    }

    boolean hasFactor(Session session) {
        return factors.active(session.accountId()).isPresent();
    }

    /** Tells whether an account has to add a second factor before anything else. */
    boolean lacksFactor(Session session, Caller caller) {
        return factors.isMissing(session.accountId(), caller.roles());
    }

    /**
     * What somebody logs in with.
     *
     * @param username the user name
     * @param password the password
     * @param code the second factor's code, where one was sent
     * @param client from where
     */
    @SuppressWarnings("OptionalUsedAsFieldOrParameterType") // absence is the meaning here
    record Attempt(String username, String password, Optional<String> code, Client client) {}
}
