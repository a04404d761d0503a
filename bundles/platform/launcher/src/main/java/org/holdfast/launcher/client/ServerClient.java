package org.holdfast.launcher.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.holdfast.launcher.start.DataDirectory;
import org.holdfast.launcher.start.RunFile;
import org.holdfast.launcher.start.StartFailure;

/** Speaks to the running server's API with the token of this run. */
public final class ServerClient {
    private static final Duration TIMEOUT = Duration.ofMinutes(10);
    private static final int LONGEST_PROBLEM = 1 << 16;

    private final RunFile server;
    private final Locale language;
    private final Map<String, String> credentials;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

    /**
     * Names the server.
     *
     * @param server the running server
     * @param language the language its answers shall be in
     */
    public ServerClient(RunFile server, Locale language) {
        this(server, language, Map.of("Authorization", "Bearer " + server.token()));
    }

    private ServerClient(RunFile server, Locale language, Map<String, String> credentials) {
        this.server = server;
        this.language = language;
        this.credentials = Map.copyOf(credentials);
    }

    /**
     * What the server answered.
     *
     * @param status HTTP status
     * @param body the body as text
     */
    public record Answer(int status, String body) {

        /**
         * Returns whether the server did what it was asked.
         *
         * @return true for 2xx
         */
        public boolean ok() {
            return status >= 200 && status < 300;
        }
    }

    /**
     * Asks for something.
     *
     * @param path path with query
     * @return the answer
     */
    public Answer get(String path) {
        return send("GET", path, "application/json", BodyPublishers.noBody());
    }

    /**
     * Sends JSON.
     *
     * @param method HTTP method
     * @param path path with query
     * @param json the body
     * @return the answer
     */
    public Answer json(String method, String path, String json) {
        return send(method, path, "application/json", BodyPublishers.ofString(json));
    }

    /**
     * Sends any body.
     *
     * @param method HTTP method
     * @param path path with query
     * @param contentType type of the body
     * @param body the body
     * @return the answer
     * @throws StartFailure where the server does not answer
     */
    public Answer send(String method, String path, String contentType, BodyPublisher body) {
        return answer(exchange(method, path, contentType, body));
    }

    /**
     * Fetches a file, which appears under its name only once it is whole. Only its owner may read it.
     *
     * @param path path to post to
     * @param json what to send
     * @param target the file
     * @throws StartFailure where the server refuses or does not answer, or the file cannot be written
     */
    public void download(String path, String json, Path target) {
        Path unfinished = target.resolveSibling(target.getFileName() + ".part");
        try {
            HttpRequest request = request("POST", path, "application/json", BodyPublishers.ofString(json));
            HttpResponse<InputStream> response = sent(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                if (response.statusCode() != 200) {
                    String problem = new String(body.readNBytes(LONGEST_PROBLEM), StandardCharsets.UTF_8);
                    throw ImportClient.refused(new Answer(response.statusCode(), problem));
                }
                DataDirectory.writePrivate(unfinished, "");
                try (OutputStream file = Files.newOutputStream(unfinished)) {
                    body.transferTo(file);
                }
                Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(unfinished);
            }
        } catch (IOException e) {
            throw new StartFailure(e, "failure.download", target);
        }
    }

    private static Answer answer(HttpResponse<String> response) {
        return new Answer(response.statusCode(), response.body());
    }

    /**
     * Signs in and returns a connection with that session.
     *
     * @param login the log-in as JSON
     * @return a connection in the account's name
     * @throws StartFailure where the log-in is refused
     */
    ServerClient signedIn(String login) {
        ServerClient anonymous = new ServerClient(server, language, Map.of());
        HttpResponse<String> response =
                anonymous.exchange("POST", "/api/v1/session", "application/json", BodyPublishers.ofString(login));
        String token = ImportClient.parsed(answer(response)).path("csrfToken").asText();
        String cookie = response.headers()
                .firstValue("Set-Cookie")
                .map(value -> value.split(";", 2)[0])
                .orElse("");
        return new ServerClient(server, language, Map.of("Cookie", cookie, "X-CSRF-Token", token));
    }

    private HttpResponse<String> exchange(String method, String path, String contentType, BodyPublisher body) {
        return sent(
                request(method, path, contentType, body), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private HttpRequest request(String method, String path, String contentType, BodyPublisher body) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(server.address() + path));
        credentials.forEach(builder::header);
        return builder.timeout(TIMEOUT)
                .header("Accept-Language", language.toLanguageTag())
                .header("Content-Type", contentType)
                .method(method, body)
                .build();
    }

    private <T> HttpResponse<T> sent(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        try {
            return client.send(request, handler);
        } catch (IOException e) {
            throw new StartFailure(e, "failure.noAnswer", server.address());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailure(e, "failure.interrupted");
        }
    }
}
