package org.holdfast.distribution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.holdfast.launcher.client.ApiCalls;
import org.holdfast.launcher.client.ServerClient;
import org.holdfast.launcher.start.DataDirectory;
import org.holdfast.launcher.start.RunFile;

/** The installed product, started as a user would, with the demo group in it. */
final class DemoServer implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Process process;
    private final Path data;
    private final JsonNode ready;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final Map<String, Session> sessions = new HashMap<>();

    private DemoServer(Process process, Path data, JsonNode ready) {
        this.process = process;
        this.data = data;
        this.ready = ready;
    }

    private record Session(String cookie, String csrf) {}

    static DemoServer start(Path data) throws IOException {
        Path image = Path.of(System.getProperty("holdfast.image", "target/holdfast"));
        // A bundles folder of its own: what a test drops in is not in the product.
        Path bundles = data.resolve("bundles");
        DataDirectory.copyTree(image.resolve("bundles"), bundles);
        ProcessBuilder builder = new ProcessBuilder(
                image.resolve("bin").resolve("holdfast").toString(),
                "demo",
                "--json",
                "--data-dir",
                data.toString(),
                "--end-day",
                "2026-10-31",
                "--port",
                String.valueOf(freePort()));
        builder.environment().put("HOLDFAST_BUNDLES_DIR", bundles.toString());
        Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String line = process.inputReader()
                .lines()
                .filter(text -> text.startsWith("{"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The demo ended before it was ready"));
        return new DemoServer(process, data, JSON.readTree(line));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    Path bundles() {
        return data.resolve("bundles");
    }

    /** Calls with the token of this machine's command line. */
    ApiCalls commandLine() {
        return new ApiCalls(new ServerClient(RunFile.of(data).orElseThrow()));
    }

    Path data() {
        return data;
    }

    JsonNode ready() {
        return ready;
    }

    HttpResponse<String> anonymous(String path) {
        return send(HttpRequest.newBuilder(uri(path)).build());
    }

    JsonNode get(String role, String path) {
        return read(send(HttpRequest.newBuilder(uri(path))
                .header("Cookie", session(role).cookie())
                .build()));
    }

    int status(String role, String path) {
        return send(HttpRequest.newBuilder(uri(path))
                        .header("Cookie", session(role).cookie())
                        .build())
                .statusCode();
    }

    JsonNode post(String role, String path, String body) {
        Session session = session(role);
        return read(send(HttpRequest.newBuilder(uri(path))
                .header("Cookie", session.cookie())
                .header("X-CSRF-Token", session.csrf())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build()));
    }

    /** Changes what can be edited: reads it, and writes it back with the ETag that was read. */
    JsonNode change(String role, String path, Consumer<ObjectNode> change) {
        Session session = session(role);
        HttpResponse<String> found =
                send(HttpRequest.newBuilder(uri(path)).header("Cookie", session.cookie()).build());
        ObjectNode body = (ObjectNode) read(found);
        change.accept(body);
        return read(send(HttpRequest.newBuilder(uri(path))
                .header("Cookie", session.cookie())
                .header("X-CSRF-Token", session.csrf())
                .header("If-Match", found.headers().firstValue("ETag").orElseThrow())
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body.toString()))
                .build()));
    }

    private Session session(String role) {
        return sessions.computeIfAbsent(role, this::signIn);
    }

    private Session signIn(String role) {
        JsonNode login = JSON.createObjectNode();
        for (JsonNode candidate : ready.path("logins")) {
            if (candidate.path("role").asText().equals(role)) {
                login = candidate;
            }
        }
        String body = JSON.createObjectNode()
                .put("username", login.path("username").asText())
                .put("password", login.path("password").asText())
                .toString();
        HttpResponse<String> response = send(HttpRequest.newBuilder(uri("/api/v1/session"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build());
        String cookie =
                response.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
        return new Session(cookie, read(response).path("csrfToken").asText());
    }

    private URI uri(String path) {
        return URI.create(ready.path("address").asText() + path);
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode read(HttpResponse<String> response) {
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException("status " + response.statusCode(), e);
        }
    }

    /** Stops the server and says whether it ended by itself. */
    boolean stop() throws InterruptedException {
        process.destroy();
        return process.waitFor(60, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    static boolean contains(Path file, byte[] needle) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        outer:
        for (int i = 0; i <= bytes.length - needle.length; i++) {
            for (int j = 0; j < needle.length; j++) {
                if (bytes[i + j] != needle[j]) {
                    continue outer;
                }
            }
            return true;
        }
        return false;
    }
}
