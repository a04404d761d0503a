package org.holdfast.core.platform.rest;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.launcher.https.Https;
import org.slf4j.MDC;

/**
 * What every answer gets, whoever makes it: security headers, an identity, and a place in the counts.
 *
 * <p>The content policy of a page lets it load its own scripts and styles only; a servlet that needs more (a hash for an
 * inline import map) sets the header again.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class FrontDoor extends HttpFilter {
    /** Key of the request's identity in the logging context. */
    static final String REQUEST_ID = "request";

    /** Attribute that holds the caller's address. */
    public static final String ADDRESS = "org.holdfast.address";

    /** Attribute that says, as a Boolean, whether the wire is encrypted. */
    public static final String ENCRYPTED = "org.holdfast.encrypted";

    /** Attribute that says, as a Boolean, whether the client showed a certificate that is taken. */
    public static final String CERTIFIED = "org.holdfast.certified";

    private static final long serialVersionUID = 1L;
    private static final int PERMANENT_REDIRECT = 308;
    private static final String PAGE_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; "
            + "frame-ancestors 'none'; base-uri 'none'; form-action 'self'";
    private static final String DATA_POLICY = "default-src 'none'; frame-ancestors 'none'";

    @Inject
    @SuppressWarnings("serial") // a filter is never serialised
    private RequestCounts counts;

    @Inject
    @SuppressWarnings("serial") // a filter is never serialised
    private Texts texts;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        long began = System.nanoTime();
        String id = UUID.randomUUID().toString();
        MDC.put(REQUEST_ID, id);
        List<String> said = request.getHeaders("X-Forwarded-For") == null
                ? List.of()
                : Collections.list(request.getHeaders("X-Forwarded-For"));
        request.setAttribute(ADDRESS, CallerAddress.of(request.getRemoteAddr(), said, RestBeans.trustedProxies()));
        Optional<Https> https = RestBeans.https();
        boolean asked = https.filter(on -> on.settings().clients().authorities().isPresent())
                .isPresent();
        Wire wire = Wire.of(request, RestBeans.trustedProxies(), asked);
        request.setAttribute(ENCRYPTED, wire.encrypted());
        request.setAttribute(CERTIFIED, wire.certified());
        secure(request, response, wire);
        response.setHeader("X-Request-Id", id);
        try {
            switch (https.isPresent() ? wire.answer(request) : Wire.Answer.SERVED) {
                case SERVED -> chain.doFilter(request, response);
                case REDIRECTED -> redirect(request, response, https.orElseThrow());
                case REFUSED -> ServletProblems.send(RestError.HTTPS_REQUIRED, texts, request, response);
            }
        } finally {
            MDC.remove(REQUEST_ID);
            counts.count(response.getStatus(), System.nanoTime() - began);
        }
    }

    /** 308 keeps the method; not stored, since HTTPS may be switched off again. */
    private static void redirect(HttpServletRequest request, HttpServletResponse response, Https https) {
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        String host = request.getServerName();
        String name = host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
        response.setHeader("Cache-Control", "no-store");
        response.setHeader(
                "Location", "https://" + name + ":" + https.settings().port() + request.getRequestURI() + query);
        response.setStatus(PERMANENT_REDIRECT);
    }

    private static void secure(HttpServletRequest request, HttpServletResponse response, Wire wire) {
        boolean data = isData(
                request.getRequestURI().substring(request.getContextPath().length()));
        response.setHeader("Content-Security-Policy", data ? DATA_POLICY : PAGE_POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
        if (data) {
            response.setHeader("Cache-Control", "no-store");
            // What a proxy collects before it passes it on comes too late; those that read this header do not.
            response.setHeader("X-Accel-Buffering", "no");
        }
        if (wire.encrypted()) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
    }

    private static boolean isData(String path) {
        return path.startsWith("/api/") || path.startsWith("/health") || path.startsWith("/metrics");
    }
}
