package org.holdfast.core.platform.rest;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/** Answers {@code /health/live} (the process runs) and {@code /health/ready} (it can do its work, else 503). */
@WebServlet(urlPatterns = {"/health/live", "/health/ready"})
public class HealthServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    @SuppressWarnings("serial") // a servlet is never serialised
    private Readiness readiness;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Readiness.Health health = request.getServletPath().endsWith("/live")
                ? new Readiness.Health(Readiness.Check.UP, List.of())
                : readiness.check();
        response.setStatus(health.status().equals(Readiness.Check.UP) ? 200 : 503);
        response.setContentType("application/json");
        response.getOutputStream().write(Json.mapper().writeValueAsBytes(health));
    }
}
