package org.holdfast.core.platform.console;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.holdfast.launcher.registry.BundleReport;
import org.holdfast.launcher.registry.CapabilityRegistry;

/**
 * Serves the console's files out of the bundle that provides it, and pages of other bundles under {@code /ui/}.
 *
 * <p>Files whose name carries a hash never change; the page itself is asked for again each time.
 */
@WebServlet(urlPatterns = {"/", "/assets/*", "/ui/*"})
public class ConsoleServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String FOLDER = "console/";
    private static final String PAGE = FOLDER + "index.html";
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "mjs", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "json", "application/json",
            "svg", "image/svg+xml",
            "png", "image/png",
            "ico", "image/x-icon",
            "woff2", "font/woff2");

    @Inject
    @SuppressWarnings("serial") // a servlet is never serialised
    private CapabilityRegistry registry;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        Optional<String> console = provider();
        if (path.contains("..") || console.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        if (path.startsWith("/ui/")) {
            contributed(path.substring("/ui/".length()), response);
            return;
        }
        String file = path.equals("/") ? PAGE : FOLDER + path.substring(1);
        Optional<InputStream> content = registry.resource(console.get(), file);
        if (content.isEmpty() && !path.substring(path.lastIndexOf('/')).contains(".")) {
            // An address inside the console: the page itself finds its way.
            file = PAGE;
            content = registry.resource(console.get(), file);
        }
        if (file.equals(PAGE)) {
            response.setHeader("Content-Security-Policy", policy(console.get()));
        }
        send(content, file, response);
    }

    private void contributed(String path, HttpServletResponse response) throws IOException {
        int slash = path.indexOf('/');
        String bundle = slash < 0 ? path : path.substring(0, slash);
        String file = slash < 0 ? "" : "ui/" + path.substring(slash + 1);
        send(registry.resource(bundle, file), file, response);
    }

    private Optional<String> provider() {
        return registry.bundles().stream()
                .filter(bundle -> bundle.provides().stream()
                        .anyMatch(provided -> provided.capability().equals("console")
                                && provided.code().equals("shell")))
                .map(BundleReport::symbolicName)
                .findFirst();
    }

    /** The build of the console writes its own policy: it knows the hash of its one inline script, the import map. */
    private String policy(String console) throws IOException {
        Optional<InputStream> file = registry.resource(console, "console-csp.txt");
        if (file.isEmpty()) {
            return "default-src 'self'; frame-ancestors 'none'; base-uri 'none'";
        }
        try (InputStream in = file.get()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }

    private static void send(Optional<InputStream> content, String file, HttpServletResponse response)
            throws IOException {
        if (content.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        String ending = file.substring(file.lastIndexOf('.') + 1);
        response.setContentType(TYPES.getOrDefault(ending, "application/octet-stream"));
        boolean hashed = file.startsWith(FOLDER + "assets/");
        response.setHeader("Cache-Control", hashed ? "public, max-age=31536000, immutable" : "no-cache");
        try (InputStream in = content.get()) {
            in.transferTo(response.getOutputStream());
        }
    }
}
