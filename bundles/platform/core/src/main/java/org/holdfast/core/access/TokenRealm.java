package org.holdfast.core.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.apache.shiro.authc.AuthenticationInfo;
import org.apache.shiro.authc.AuthenticationToken;
import org.apache.shiro.authc.BearerToken;
import org.apache.shiro.authc.SimpleAuthenticationInfo;
import org.apache.shiro.authc.UnknownAccountException;
import org.apache.shiro.authc.credential.AllowAllCredentialsMatcher;
import org.apache.shiro.realm.AuthenticatingRealm;
import org.holdfast.core.platform.rest.Fingerprints;
import org.holdfast.core.platform.rest.RestException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Knows machines by their token: API tokens, and the command line on this machine by the launcher's local token. */
final class TokenRealm extends AuthenticatingRealm {
    private static final Logger LOG = LoggerFactory.getLogger(TokenRealm.class);
    private static final Duration USE_NOTED_EVERY = Duration.ofMinutes(1);

    private final TokenStore tokens;
    private final String localToken;
    private final Clock clock;

    TokenRealm(TokenStore tokens, String localToken, Clock clock) {
        // The look-up is by the secret's own fingerprint, so there is nothing left to compare.
        super(new AllowAllCredentialsMatcher());
        this.tokens = tokens;
        this.localToken = localToken;
        this.clock = clock;
        setName("tokens");
        setAuthenticationTokenClass(BearerToken.class);
        setAuthenticationCachingEnabled(false);
    }

    @Override
    protected AuthenticationInfo doGetAuthenticationInfo(AuthenticationToken given) {
        BearerToken token = (BearerToken) given;
        Caller caller = isLocal(token) ? Caller.local() : byFingerprint(token.getToken());
        return new SimpleAuthenticationInfo(caller, token.getToken(), getName());
    }

    /** Finds a token that is not taken any more. */
    Optional<ApiToken> former(String text) {
        return tokens.find(Fingerprints.sha256(text))
                .filter(token -> token.state(clock.instant()) == ApiToken.State.EXPIRED
                        || token.state(clock.instant()) == ApiToken.State.REVOKED);
    }

    private boolean isLocal(BearerToken token) {
        String address = String.valueOf(token.getHost());
        boolean loopback = address.startsWith("127.") || address.equals("::1") || address.equals("0:0:0:0:0:0:0:1");
        return loopback && !localToken.isEmpty() && Fingerprints.same(localToken, token.getToken());
    }

    /** Once a day at most: the first use on a day tells. */
    private static void warn(ApiToken token, ApiToken.State state, Instant now) {
        boolean usedToday = token.lastUsedAt()
                .filter(used -> used.truncatedTo(ChronoUnit.DAYS).equals(now.truncatedTo(ChronoUnit.DAYS)))
                .isPresent();
        if (state == ApiToken.State.EXPIRING && !usedToday) {
            LOG.warn(
                    "The API token {} expires at {}: make a new one and put it in its place",
                    token.id(),
                    token.expiresAt());
        }
    }

    private Caller byFingerprint(String text) {
        Instant now = clock.instant();
        ApiToken token =
                tokens.find(Fingerprints.sha256(text)).orElseThrow(() -> new UnknownAccountException("no such token"));
        ApiToken.State state = token.state(now);
        if (state == ApiToken.State.REVOKED) {
            throw RestException.of(AccessError.TOKEN_REVOKED, "The token was revoked: ask for a new one.");
        }
        if (state == ApiToken.State.EXPIRED) {
            throw RestException.of(AccessError.TOKEN_EXPIRED, "The token has expired: ask for a new one.");
        }
        warn(token, state, now);
        if (token.lastUsedAt().isEmpty()
                || token.lastUsedAt().get().plus(USE_NOTED_EVERY).isBefore(now)) {
            tokens.used(token.id(), now);
        }
        return token.caller();
    }
}
