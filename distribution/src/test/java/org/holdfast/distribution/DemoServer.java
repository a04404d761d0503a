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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.holdfast.launcher.client.ApiCalls;
import org.holdfast.launcher.client.ServerClient;
import org.holdfast.launcher.start.DataDirectory;
import org.holdfast.launcher.start.RunFile;

/** The installed product, started as a user would, with the demo group in it. */
final class DemoServer implements AutoCloseable {
    /** The installed product. */
    static final Path IMAGE = Path.of(System.getProperty("holdfast.image", "target/holdfast"));

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String JSON_TYPE = "application/json";

    private final Launch launch;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final Map<String, Caller> callers = new HashMap<>();
    private Process process;
    private JsonNode ready;

    private DemoServer(Launch launch) throws IOException {
        this.launch = launch;
        this.process = launch.start();
        this.ready = ready(process);
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

    /**
     * How a server is started: the same way each time, so that it comes back where it was.
     *
     * @param data data directory
     * @param port port of console and API
     * @param endDay last day of the generated group
     * @param environment further settings
     */
    record Launch(Path data, int port, LocalDate endDay, Map<String, String> environment) {

        Process start() throws IOException {
            KeptLogs.of(data);
            // A bundles folder of its own: what a test drops in is not in the product.
            Path bundles = data.resolve("bundles");
            if (!Files.exists(bundles)) {
                DataDirectory.copyTree(IMAGE.resolve("bundles"), bundles);
            }
            ProcessBuilder builder = new ProcessBuilder(
                    IMAGE.resolve("bin").resolve("holdfast").toString(),
                    "demo",
                    "--json",
                    "--data-dir",
                    data.toString(),
                    "--end-day",
                    endDay.toString(),
                    "--port",
                    String.valueOf(port));
            builder.environment().put("HOLDFAST_BUNDLES_DIR", bundles.toString());
            builder.environment().putAll(environment);
            // What it writes for a moment only is looked through, too.
            Path temporary = Files.createDirectories(data.resolve("temporary"));
            builder.environment().put("HOLDFAST_JAVA_OPTIONS", "-Djava.io.tmpdir=" + temporary);
            return builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        }
    }

    static DemoServer start(Path data) throws IOException {
        return start(data, Map.of());
    }

    static DemoServer start(Path data, Map<String, String> environment) throws IOException {
        return start(data, LocalDate.of(2026, 10, 31), environment);
    }

    static DemoServer start(Path data, LocalDate endDay, Map<String, String> environment) throws IOException {
        return new DemoServer(new Launch(data, freePort(), endDay, environment));
    }

    private static JsonNode ready(Process process) throws IOException {
        String line = process.inputReader()
                .lines()
                .filter(text -> text.startsWith("{"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The demo ended before it was ready"));
        return JSON.readTree(line);
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Ends the process as a power cut would (kill -9): it can do nothing more. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** Starts it again on what it left. */
    void startAgain() throws IOException {
        process = launch.start();
        ready = ready(process);
        callers.clear();
    }

    String setting(String name) {
        return launch.environment().getOrDefault(name, "");
    }

    long pid() {
        return process.pid();
    }

    Path bundles() {
        return launch.data().resolve("bundles");
    }

    /** Calls with the token of this machine's command line. */
    ApiCalls commandLine() {
        return new ApiCalls(new ServerClient(RunFile.of(data()).orElseThrow(), Locale.ENGLISH));
    }

    int port() {
        return launch.port();
    }

    Path data() {
        return launch.data();
    }

    JsonNode ready() {
        return ready;
    }

    HttpResponse<String> anonymous(String path) {
        return send(Caller.STRANGER, Call.get(path));
    }

    /** Calls without a log-in, with an empty body of a media type. */
    HttpResponse<String> call(String method, String path, String media) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri(path)).method(method, BodyPublishers.ofString(media.isEmpty() ? "" : "{}"));
        if (!media.isEmpty()) {
            boolean parts = media.startsWith("multipart/");
            request.header("Content-Type", parts ? media + "; boundary=none" : media);
        }
        return send(request.build());
    }

    JsonNode json(HttpResponse<String> response) {
        return read(response);
    }

    JsonNode get(String role, String path) {
        return read(send(caller(role), Call.get(path)));
    }

    /** Whom an employee number names, by their id. */
    String id(String employeeNo) {
        return get("groupHr", "/api/v1/employees?employeeNo=" + employeeNo)
                .path("items")
                .get(0)
                .path("id")
                .asText();
    }

    /** An employee's risk, as the group's HR sees it. */
    JsonNode risk(String employeeNo) {
        return get("groupHr", "/api/v1/employees/" + id(employeeNo) + "/risk");
    }

    /** The signals that a risk names as its reasons. */
    static List<String> signals(JsonNode risk) {
        List<String> signals = new ArrayList<>();
        risk.path("reasons").forEach(reason -> signals.add(reason.path("signal").asText()));
        return signals;
    }

    int status(String role, String path) {
        return send(caller(role), Call.get(path)).statusCode();
    }

    JsonNode post(String role, String path, String body) {
        return read(send(caller(role), Call.post(path, body)));
    }

    /** Changes what can be edited: reads it, and writes it back with the ETag that was read. */
    JsonNode change(String role, String path, Consumer<ObjectNode> change) {
        Caller caller = caller(role);
        HttpResponse<String> found = send(caller, Call.get(path));
        ObjectNode body = (ObjectNode) read(found);
        change.accept(body);
        Map<String, String> headers = new HashMap<>(caller.headers());
        headers.put("If-Match", found.headers().firstValue("ETag").orElseThrow());
        return read(send(new Caller(headers), new Call("PUT", path, JSON_TYPE, body.toString())));
    }

    /** The caller of a role, in one session for all its calls. */
    Caller caller(String role) {
        return callers.computeIfAbsent(role, this::signIn);
    }

    /** Lets each role sign in anew at its next call: a test has ended sessions. */
    void signInAnew() {
        callers.clear();
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

    /** Opens a stream of events; the last event seen is empty for none. */
    EventStream stream(Caller caller, String path, String seen) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path)).header("Accept", "text/event-stream");
        caller.headers().forEach(request::header);
        if (!seen.isEmpty()) {
            request.header("Last-Event-ID", seen);
        }
        return new EventStream(client.send(request.build(), BodyHandlers.ofInputStream()));
    }

    private URI uri(String path) {
        return URI.create(ready.path("address").asText() + path);
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            EventStream.Text text = new EventStream.Text();
            HttpResponse<String> answer = client.send(request, text);
            text.hangUp();
            return answer;
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
        return process.waitFor(120, TimeUnit.SECONDS);
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        KeptLogs.keep(data());
    }
}
