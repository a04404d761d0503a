package org.holdfast.core.platform.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.holdfast.launcher.config.Network;

/**
 * What a request came over: encrypted or not, from this machine or not, with a client certificate or not.
 *
 * @param encrypted whether nobody on the network reads along, as far as the server can know
 * @param local whether the connection comes from the server's own machine
 * @param certified whether the client showed a certificate that an authority of the settings signed
 */
record Wire(boolean encrypted, boolean local, boolean certified) {
    /** Where Jakarta Servlet 6, 3.10, puts the client's certificates. */
    private static final String CERTIFICATES = "jakarta.servlet.request.X509Certificate";

    private static final Set<String> READS = Set.of("GET", "HEAD");

    /** What plain HTTP answers where there is HTTPS. */
    enum Answer {
        /** As always. */
        SERVED,
        /** With the same address by HTTPS. */
        REDIRECTED,
        /** Not at all: what it sent may have been read along. */
        REFUSED
    }

    /**
     * Looks at a request.
     *
     * @param request the request
     * @param proxies the reverse proxies whose word counts
     * @param asked whether clients are asked for certificates
     */
    static Wire of(HttpServletRequest request, List<Network> proxies, boolean asked) {
        String remote = request.getRemoteAddr();
        boolean proxy = proxies.stream().anyMatch(network -> network.contains(remote));
        String said = String.valueOf(request.getHeader("X-Forwarded-Proto"));
        boolean encrypted =
                request.isSecure() || (proxy && said.toLowerCase(Locale.ROOT).equals("https"));
        boolean certified = asked
                && request.isSecure()
                && request.getAttribute(CERTIFICATES) instanceof X509Certificate[] chain
                && chain.length > 0;
        return new Wire(encrypted, Network.isLoopback(remote) && !request.isSecure(), certified);
    }

    /**
     * Says what becomes of a request where the server has HTTPS. A connection from this machine is the command line's or
     * that of a reverse proxy beside the server; from elsewhere, what a proxy says of its other side does not encrypt this.
     *
     * @param request the request
     */
    Answer answer(HttpServletRequest request) {
        if (request.isSecure() || local || request.getRequestURI().startsWith("/health/")) {
            return Answer.SERVED;
        }
        boolean secret = request.getHeader("Authorization") != null;
        return READS.contains(request.getMethod()) && !secret ? Answer.REDIRECTED : Answer.REFUSED;
    }
}
