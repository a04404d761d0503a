package org.holdfast.launcher.command;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import org.holdfast.launcher.start.RunFile;
import org.holdfast.launcher.start.StartFailure;

/** Speaks to the running server's API with the token of this run. */
public final class ServerClient {
    private static final Duration TIMEOUT = Duration.ofMinutes(10);

    private final RunFile server;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

    /**
     * Names the server.
     *
     * @param server the running server
     */
    public ServerClient(RunFile server) {
        this.server = server;
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
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.address() + path))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + server.token())
                .header("Accept-Language", Locale.getDefault().toLanguageTag())
                .header("Content-Type", contentType)
                .method(method, body)
                .build();
        try {
            HttpResponse<String> response =
                    client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Answer(response.statusCode(), response.body());
        } catch (IOException e) {
            throw new StartFailure("The server at " + server.address() + " does not answer.", "See its log.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailure("The command was interrupted.", "Run it again.", e);
        }
    }
}
