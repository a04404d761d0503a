package org.holdfast.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Somebody at the console, as a browser speaks for them: a session, a stream of reminders that stays open, and for each page
 * the calls the page makes, side by side. For one thread.
 */
final class Visitor {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int NO_ANSWER = 0;

    private final HttpClient http;
    private final URI server;
    private final Latencies latencies;
    private final Random random;
    private final Map<String, List<String>> seen = new HashMap<>();
    private String cookie = "";
    private String csrfToken = "";
    private CompletableFuture<?> stream = CompletableFuture.completedFuture(null);

    Visitor(HttpClient http, URI server, Latencies latencies, Random random) {
        this.http = http;
        this.server = server;
        this.latencies = latencies;
        this.random = random;
    }

    /**
     * A call of a page.
     *
     * @param name what it is called in figures
     * @param path path under the API, with query
     * @param body what is posted; null to get
     */
    record Call(String name, String path, @Nullable JsonNode body) {
        static Call get(String name, String path) {
            return new Call(name, path, null);
        }
    }

    /** Signs in and begins to listen for reminders. */
    void signIn(String username, String password) {
        JsonNode login = JSON.createObjectNode().put("username", username).put("password", password);
        HttpResponse<byte[]> answer =
                send(new Call("sign in", "session", login)).join();
        cookie = answer.headers().firstValue("Set-Cookie").orElse("").split(";", 2)[0];
        csrfToken = parsed(answer).path("csrfToken").asText();
        stream = http.sendAsync(request(Call.get("", "notifications/stream")).build(), BodyHandlers.discarding());
    }

    /** Closes the window. */
    void leave() {
        stream.cancel(true);
    }

    /** Opens a page: all its calls at once, as a browser does. */
    List<JsonNode> open(Call... calls) {
        List<CompletableFuture<HttpResponse<byte[]>>> answers = new ArrayList<>();
        for (Call call : calls) {
            answers.add(send(call));
        }
        return answers.stream().map(answer -> parsed(answer.join())).toList();
    }

    private CompletableFuture<HttpResponse<byte[]>> send(Call call) {
        long begin = System.nanoTime();
        return http.sendAsync(request(call).build(), BodyHandlers.ofByteArray())
                .whenComplete((answer, failure) -> latencies.add(
                        call.name(), System.nanoTime() - begin, failure == null ? answer.statusCode() : NO_ANSWER));
    }

    private HttpRequest.Builder request(Call call) {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve("/api/v1/" + call.path()))
                .header("Cookie", cookie)
                .header("X-CSRF-Token", csrfToken)
                .header("Accept-Language", "zh")
                .header("Content-Type", "application/json");
        JsonNode body = call.body();
        return body == null ? request.GET() : request.POST(BodyPublishers.ofString(body.toString()));
    }

    private static JsonNode parsed(HttpResponse<byte[]> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException("An answer that is no JSON", e);
        }
    }

    /** Remembers what a list showed, so that one of it can be opened. */
    void saw(String what, List<String> ids) {
        seen.put(what, ids);
    }

    /** One of those a list showed last. */
    Optional<String> oneOf(String what) {
        List<String> ids = seen.getOrDefault(what, List.of());
        return ids.isEmpty() ? Optional.empty() : Optional.of(ids.get(random.nextInt(ids.size())));
    }

    /** A number from 0 to below the given. */
    int dice(int sides) {
        return random.nextInt(sides);
    }
}
