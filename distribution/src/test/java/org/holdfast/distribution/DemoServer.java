package org.holdfast.distribution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import org.holdfast.launcher.client.ApiCalls;
import org.holdfast.launcher.client.ServerClient;
import org.holdfast.launcher.start.DataDirectory;
import org.holdfast.launcher.start.RunFile;

/** The installed product, started as a user would, with the demo group in it. */
final class DemoServer implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String JSON_TYPE = "application/json";

    private final Process process;
    private final Path data;
    private final JsonNode ready;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final Map<String, Caller> callers = new HashMap<>();

    private DemoServer(Process process, Path data, JsonNode ready) {
        this.process = process;
        this.data = data;
        this.ready = ready;
    }

    /**
     * What a caller shows to be let in.
     *
     * @param headers the headers of its session or token; empty for a stranger
     */
    record Caller(Map<String, String> headers) {
        static final Caller STRANGER = new Caller(Map.of());

        static Caller token(String text) {
            return new Caller(Map.of("Authorization", "Bearer " + text));
        }
    }

    /**
     * What is asked of the server.
     *
     * @param method HTTP method
     * @param path path with query
     * @param contentType type of the body
     * @param body the body
     */
    record Call(String method, String path, String contentType, String body) {
        static Call get(String path) {
            return new Call("GET", path, JSON_TYPE, "");
        }

        static Call post(String path, String body) {
            return new Call("POST", path, JSON_TYPE, body);
        }
    }

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
        return send(Caller.STRANGER, Call.get(path));
    }

    JsonNode get(String role, String path) {
        return read(send(caller(role), Call.get(path)));
    }

    int status(String role, String path) {
        return send(caller(role), Call.get(path)).statusCode();
    }

    JsonNode post(String role, String path, String body) {
        return read(send(caller(role), Call.post(path, body)));
    }

    /** The caller of a role, in one session for all its calls. */
    Caller caller(String role) {
        return callers.computeIfAbsent(role, this::signIn);
    }

    /** Signs in as a role, in a session of its own. */
    Caller signIn(String role) {
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
        HttpResponse<String> response = send(Caller.STRANGER, Call.post("/api/v1/session", body));
        String cookie =
                response.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
        return new Caller(Map.of(
                "Cookie",
                cookie,
                "X-CSRF-Token",
                read(response).path("csrfToken").asText()));
    }

    HttpResponse<String> send(Caller caller, Call call) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(call.path()))
                .header("Content-Type", call.contentType())
                .method(call.method(), BodyPublishers.ofString(call.body()));
        caller.headers().forEach(request::header);
        return send(request.build());
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

    static JsonNode read(HttpResponse<String> response) {
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
