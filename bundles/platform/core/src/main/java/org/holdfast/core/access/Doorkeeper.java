package org.holdfast.core.access;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.shiro.authc.AuthenticationException;
import org.apache.shiro.authc.AuthenticationToken;
import org.apache.shiro.authc.BearerToken;
import org.apache.shiro.authc.UsernamePasswordToken;
import org.apache.shiro.authc.pam.ModularRealmAuthenticator;
import org.apache.shiro.mgt.DefaultSecurityManager;
import org.apache.shiro.subject.SimplePrincipalCollection;
import org.holdfast.api.HoldfastException;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.core.platform.rest.StatusCode;
import org.holdfast.launcher.config.Network;

/** Finds out who somebody is and what they may do, with Shiro's realms. Safe for use from many threads. */
final class Doorkeeper {
    /** What a guesser brings about; a directory that is down is nobody's guess. */
    private static final Set<StatusCode> GUESSED = Set.of(
            AccessError.WRONG_CREDENTIALS,
            AccessError.DIRECTORY_ACCOUNT_LOCKED,
            AccessError.DIRECTORY_ACCOUNT_DISABLED,
            AccessError.DIRECTORY_PASSWORD_EXPIRED,
            AccessError.DIRECTORY_NOT_NOW);

    private final DefaultSecurityManager security;
    private final AccountStore accounts;
    private final SignInDelays delays;
    private final TokenRealm machines;
    private final PasswordsElsewhere elsewhere;

    /**
     * Creates it.
     *
     * @param elsewhere checks passwords that are not kept here
     */
    Doorkeeper(
            AccountRealm people,
            TokenRealm machines,
            AccountStore accounts,
            SignInDelays delays,
            PasswordsElsewhere elsewhere) {
        security = new DefaultSecurityManager(List.of(people, machines));
        if (security.getAuthenticator() instanceof ModularRealmAuthenticator realms) {
            realms.setAuthenticationStrategy(new OneRealm());
        }
        this.accounts = accounts;
        this.delays = delays;
        this.machines = machines;
        this.elsewhere = elsewhere;
    }

    /**
     * Checks a user name and password.
     *
     * @return the account
     * @throws RestException with status 401 where they do not fit, 429 where the caller has to wait
     */
    Account checkPassword(String username, char[] password, String address) {
        Optional<Account> known = accounts.findByName(username);
        boolean last = known.filter(this::isLastSecurityAdministrator).isPresent();
        // Nobody but who sits at the server itself can wait there, so the last of them waits for nobody.
        Duration wait = last && Network.isLoopback(address) ? Duration.ZERO : delays.wait(username, address, !last);
        if (!wait.isZero()) {
            throw RestException.later(
                    AccessError.SIGN_IN_DELAYED, "Too many wrong passwords: wait and try again.", wait.toSeconds() + 1);
        }
        try {
            Account account = checked(known, new QuietLogIn(username, password, address))
                    .orElseThrow(() ->
                            RestException.of(AccessError.WRONG_CREDENTIALS, "User name and password do not fit."));
            delays.succeeded(username);
            return account;
        } catch (RestException e) {
            if (GUESSED.contains(e.code())) {
                delays.failed(username, address);
            }
            throw e;
        }
    }

    /**
     * Finds the account whose passkey has signed. One that a directory or provider vouches for is asked there first: it may
     * be locked by now.
     *
     * @throws RestException with status 401 where it is nobody's, 403 where it does not count alone, 429 where the caller has
     *     to wait
     */
    Account checkPasskey(Passkeys passkeys, PasskeyAnswer answer, String address) {
        Duration wait = delays.waitAt(address);
        if (!wait.isZero()) {
            throw RestException.later(
                    AccessError.SIGN_IN_DELAYED, "Too many wrong passkeys: wait and try again.", wait.toSeconds() + 1);
        }
        try {
            Account account = accounts.find(passkeys.use(answer).accountId())
                    .filter(Account::active)
                    .orElseThrow(Passkeys::wrong);
            if (!account.passwordIsHere()) {
                throw RestException.of(
                        AccessError.PASSKEY_NOT_ALONE,
                        "Sign on with the directory or provider; the passkey comes next.");
            }
            return account;
        } catch (RestException e) {
            if (SignOn.GUESSED.contains(e.code())) {
                delays.failedAt(address);
            }
            throw e;
        }
    }

    /** A local account keeps its name: nobody outside can take it over. */
    private Optional<Account> checked(Optional<Account> known, QuietLogIn attempt) {
        if (known.isPresent() && known.get().passwordIsHere()) {
            return authenticate(attempt).isPresent() ? known : Optional.empty();
        }
        if (known.filter(account -> account.origin().kind() == Origin.Kind.PROVIDER)
                .isEmpty()) {
            Optional<Account> outside = elsewhere.check(attempt.getUsername(), attempt.getPassword());
            if (outside.isPresent()) {
                return outside.filter(Account::active);
            }
        }
        authenticate(attempt);
        return Optional.empty();
    }

    /** Finds out whose token it is; empty where it is nobody's or has expired. */
    Optional<Caller> byToken(String token, String address) {
        return authenticate(new BearerToken(token, address));
    }

    Optional<ApiToken> formerToken(String token) {
        return machines.former(token);
    }

    boolean permitted(Caller caller, String permission) {
        return security.isPermitted(new SimplePrincipalCollection(caller, "holdfast"), permission);
    }

    void unlock(String username) {
        delays.forget(username);
    }

    boolean isLastSecurityAdministrator(Account account) {
        return accounts.isLastSecurityAdministrator(account);
    }

    private Optional<Caller> authenticate(AuthenticationToken token) {
        try {
            return Optional.ofNullable(
                    security.authenticate(token).getPrincipals().oneByType(Caller.class));
        } catch (AuthenticationException e) {
            if (e.getCause() instanceof HoldfastException ours) {
                throw ours;
            }
            return Optional.empty();
        }
    }

    /** A log-in whose text does not name anybody: Shiro writes tokens into its log. */
    private static final class QuietLogIn extends UsernamePasswordToken {
        private static final long serialVersionUID = 1L;

        QuietLogIn(String username, char[] password, String address) {
            super(username, password, address);
        }

        @Override
        public String toString() {
            return "a log-in";
        }
    }
}
