package org.holdfast.core.access;

import java.net.URI;
import java.util.Optional;
import org.holdfast.core.platform.rest.RestException;

/** Lets people in for whom the identity provider vouches, with the second factor and the place that everybody is asked for. */
final class ProviderSignOn {
    private final Optional<OidcProvider> provider;
    private final ProviderAttempts attempts;
    private final OutsideAccounts accounts;
    private final AccountStore store;
    private final SignOn signOn;

    @SuppressWarnings("OptionalUsedAsFieldOrParameterType") // absence is the meaning here
    ProviderSignOn(
            Optional<OidcProvider> provider,
            ProviderAttempts attempts,
            OutsideAccounts accounts,
            AccountStore store,
            SignOn signOn) {
        this.provider = provider;
        this.attempts = attempts;
        this.accounts = accounts;
        this.store = store;
        this.signOn = signOn;
    }

    Optional<OidcProvider> provider() {
        return provider;
    }

    /** Begins a sign-on: the browser keeps the cookie's value and goes to the address. */
    Begun begin() {
        OidcProvider asked = provider.orElseThrow(RestException::notFound);
        ProviderAttempts.Attempt attempt = attempts.begin();
        return new Begun(asked.address(attempt), attempt.browser());
    }

    /**
     * Ends a sign-on, when the browser is back.
     *
     * @param back what the provider sent back with the browser
     * @param browser what the browser's cookie holds
     * @param before the session the browser has, which ends
     * @throws RestException with status 401 where the sign-on was not begun here, is used up, or a code is needed or wrong
     */
    Session end(Back back, String browser, Client client, Optional<String> before) {
        OidcProvider asked = provider.orElseThrow(RestException::notFound);
        ProviderAttempts.Attempt attempt = attempts.take(back.state(), browser)
                .orElseThrow(() -> RestException.of(
                        AccessError.PROVIDER_STATE,
                        "This sign-on was not begun here, is over, or was used: begin again."));
        Account account =
                attempt.proved().flatMap(store::find).orElseGet(() -> accounts.of(asked.redeem(code(back), attempt)));
        if (!account.active()) {
            throw RestException.of(AccessError.NO_ACCOUNT, "There is no account for you here.");
        }
        try {
            return signOn.enter(account, back.proof(), client, before);
        } catch (RestException e) {
            // The code of the second factor is sent next, or anew.
            attempts.proved(attempt, account.id());
            throw e;
        }
    }

    private static String code(Back back) {
        return back.code()
                .orElseThrow(() -> RestException.of(
                        AccessError.PROVIDER_REFUSED, "The identity provider did not let you in: begin again."));
    }

    /**
     * A sign-on that has begun.
     *
     * @param address where the browser goes
     * @param browser what its cookie holds
     */
    record Begun(URI address, String browser) {}

    /**
     * What the browser came back with.
     *
     * @param state of the sign-on
     * @param code what the provider gave; empty where it refused
     * @param proof the second factor, where one was sent
     */
    @SuppressWarnings("OptionalUsedAsFieldOrParameterType") // absence is the meaning here
    record Back(String state, Optional<String> code, SecondProof proof) {}
}
