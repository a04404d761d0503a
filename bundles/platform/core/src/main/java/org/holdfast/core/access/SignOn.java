package org.holdfast.core.access;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.core.platform.rest.StatusCode;

/**
 * Lets people in: password, second factor, place, in this order. What it asks of a session that is open already is asked at
 * every call, so that a change of the rules counts at once. Safe for use from many threads.
 */
public final class SignOn {
    /** What a guesser brings about. */
    static final Set<StatusCode> GUESSED = Set.of(
            AccessError.WRONG_CODE,
            AccessError.WRONG_PASSKEY,
            AccessError.PASSKEY_COPIED,
            AccessError.PASSKEY_CHALLENGE);

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
        return enter(account, attempt.proof(), attempt.client(), before);
    }

    /**
     * Logs in with a passkey alone: the device has verified its holder, so it counts as both factors.
     *
     * @throws RestException with status 401 where the passkey is nobody's, 403 where the account's password is elsewhere or
     *     the account may not sign on from there, 429 where the caller has to wait
     */
    Session logIn(PasskeyAnswer passkey, Client client, Optional<String> before) {
        Account account = doorkeeper.checkPasskey(factors.passkeys(), passkey, client.address());
        return open(account, client, before);
    }

    /** Asks somebody who has proved who they are for the second factor and the place, and opens a session. */
    Session enter(Account account, SecondProof given, Client client, Optional<String> before) {
        if (factors.has(account.id())) {
            if (given.isEmpty()) {
                throw factors.asked(account.id());
            }
            check(account, given);
        }
        return open(account, client, before);
    }

    private Session open(Account account, Client client, Optional<String> before) {
        requirePlace(account.caller(), client.address());
        before.ifPresent(sessions::close);
        return sessions.open(account.id(), client);
    }

    /** Asks the holder of an open session for the password, and for the second factor where there is one, again. */
    Account confirm(Account account, String password, SecondProof proof, String address) {
        // The provider alone knows the password: the session and the code are all there is to ask for.
        boolean elsewhere = account.origin().kind() == Origin.Kind.PROVIDER && !account.passwordIsHere();
        Account confirmed =
                elsewhere ? account : doorkeeper.checkPassword(account.username(), password.toCharArray(), address);
        if (factors.has(account.id())) {
            check(account, proof);
        }
        return confirmed;
    }

    /**
     * Only somebody who knows the password gets as far as this, so the delay counts for the last security administrator,
     * too: strangers cannot bring it about.
     */
    private void check(Account account, SecondProof proof) {
        Duration wait = delays.waitForCode(account.username());
        if (!wait.isZero()) {
            throw RestException.later(
                    AccessError.SIGN_IN_DELAYED, "Too many wrong codes: wait and try again.", wait.toSeconds() + 1);
        }
        try {
            factors.use(account.id(), proof);
        } catch (RestException e) {
            if (GUESSED.contains(e.code())) {
                delays.codeFailed(account.username());
            }
            throw e;
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
        return factors.has(session.accountId());
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
     * @param proof what was sent beside them
     * @param client from where
     */
    record Attempt(String username, String password, SecondProof proof, Client client) {}
}
