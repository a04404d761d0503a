package org.holdfast.core.platform.rest;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import org.holdfast.launcher.text.Message;

/** Answers {@code /health/live} (the process runs) and {@code /health/ready} (it can do its work, else 503). */
@WebServlet(urlPatterns = {"/health/live", "/health/ready"})
public class HealthServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    @SuppressWarnings("serial") // a servlet is never serialised
    private Readiness readiness;

    @Inject
    @SuppressWarnings("serial") // a servlet is never serialised
    private Texts texts;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Readiness.Health health = request.getServletPath().endsWith("/live")
                ? new Readiness.Health(Readiness.Check.UP, List.of())
                : readiness.check();
        response.setStatus(health.status().equals(Readiness.Check.UP) ? 200 : 503);
        response.setContentType("application/json");
        String language = texts.negotiate(request.getHeader("Accept-Language"));
        List<CheckView> checks = health.checks().stream()
                .map(check -> CheckView.of(check, reason -> texts.text(language, reason)))
                .toList();
        response.getOutputStream().write(Json.mapper().writeValueAsBytes(new HealthView(health.status(), checks)));
    }

    private record HealthView(String status, List<CheckView> checks) {}

    /** The reason in the reader's language, and its code for monitoring. */
    private record CheckView(String name, String status, String reason, String reasonCode) {

        static CheckView of(Readiness.Check check, Function<Message, String> words) {
            return new CheckView(
                    check.name(),
                    check.status(),
                    check.reason().map(words).orElse(""),
                    check.reason()
                            .map(reason -> reason.key().substring(Readiness.Check.KEYS.length()))
                            .orElse(""));
        }
    }
}
