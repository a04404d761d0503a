package org.holdfast.core.platform.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** Answers problems before a request gets as far as the API. */
final class ServletProblems {
    private ServletProblems() {}

    static void send(RestError error, Texts texts, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String language = texts.negotiate(request.getHeader("Accept-Language"));
        String code = error.name().toLowerCase(Locale.ROOT).replace('_', '-');
        Problem problem = new Problem(
                "/problems/" + code,
                texts.text(language, "problem." + code + ".title"),
                error.status(),
                texts.text(language, "problem." + code + ".detail"),
                "urn:uuid:" + response.getHeader("X-Request-Id"),
                List.of());
        response.setStatus(error.status());
        response.setContentType(ProblemFilter.PROBLEM.toString());
        response.setHeader("Content-Language", language);
        response.getOutputStream().write(Json.mapper().writeValueAsBytes(problem));
    }
}
