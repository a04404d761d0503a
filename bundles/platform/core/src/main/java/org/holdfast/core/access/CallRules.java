package org.holdfast.core.access;

import java.time.Clock;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.launcher.config.LimitSettings;
import org.holdfast.launcher.config.Network;

/** What is asked of a call beside who sends it: not to come too often, and of machines a client certificate. */
public final class CallRules {
    private final boolean certificatesForTokens;
    private final CallLimits strangers;
    private final CallLimits sessions;
    private final CallLimits tokens;

    /**
     * Creates the rules.
     *
     * @param certificatesForTokens whether a token counts with a client certificate only
     */
    CallRules(boolean certificatesForTokens, LimitSettings limits, Clock clock) {
        this.certificatesForTokens = certificatesForTokens;
        this.strangers = new CallLimits(limits.addressPerMinute(), clock);
        this.sessions = new CallLimits(limits.sessionPerMinute(), clock);
        this.tokens = new CallLimits(limits.tokenPerMinute(), clock);
    }

    /**
     * Counts a call of somebody who has not proved who they are. Who sits at the server's own machine is not counted: they
     * could do worse.
     *
     * @throws RestException with status 429 where there were too many from the address
     */
    void stranger(String address) {
        if (!Network.isLoopback(address)) {
            strangers.count(SignInDelays.network(address));
        }
    }

    void session(Session session) {
        sessions.count(session.handle().toString());
    }

    /**
     * Asks a machine for its certificate, and counts its call. The command line of the server's own machine is free of both.
     *
     * @param certified whether the connection has a client certificate
     * @throws RestException with status 403 where a certificate is missing, 429 where there were too many calls
     */
    void machine(Caller caller, boolean certified) {
        if (caller.roles().contains(Role.LOCAL)) {
            return;
        }
        if (certificatesForTokens && !certified) {
            throw RestException.of(
                    AccessError.CLIENT_CERTIFICATE_REQUIRED,
                    "Tokens count with a client certificate only: connect by HTTPS with one that is taken here.");
        }
        tokens.count(caller.id());
    }
}
