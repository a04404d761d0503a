package org.holdfast.distribution;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.holdfast.launcher.start.RunFile;

/** Sends files to the API as any program may, sound or not, with the token of this machine's command line. */
final class Uploads {
    static final String BOUNDARY = "holdfast-test-boundary";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final RunFile server;
    private final HttpClient client = HttpClient.newHttpClient();

    Uploads(DemoServer server) {
        this.server = RunFile.of(server.data()).orElseThrow();
    }

    RunFile server() {
        return server;
    }

    /** Uploads a file and returns what the server answers at once. */
    HttpResponse<String> send(String fileName, byte[] content) {
        return send(body(fileName, content));
    }

    /** Sends a form as it is. */
    HttpResponse<String> send(byte[] form) {
        return exchange(request("/api/v1/imports")
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofByteArray(form))
                .build());
    }

    /** Uploads a file with a field before it. */
    String begin(String fileName, byte[] content, String field, String value) {
        String first =
                "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + field + "\"\r\n\r\n" + value + "\r\n";
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(first.getBytes(StandardCharsets.UTF_8));
        body.writeBytes(body(fileName, content));
        return parsed(send(body.toByteArray())).path("id").asText();
    }

    /** Uploads a file that has to be taken, and returns the import's id. */
    String begin(String fileName, byte[] content) {
        HttpResponse<String> answer = send(fileName, content);
        if (answer.statusCode() != 202) {
            throw new IllegalStateException("The upload was answered with " + answer.statusCode());
        }
        return parsed(answer).path("id").asText();
    }

    /** Uploads a file and waits until its import has ended. */
    JsonNode imported(String fileName, byte[] content) {
        return ended(begin(fileName, content));
    }

    /** Waits until an import has ended. */
    JsonNode ended(String id) {
        return await().atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> status(id), state -> state.path("state").asText().matches("done|failed"));
    }

    JsonNode status(String id) {
        return get("/api/v1/imports/" + id);
    }

    JsonNode get(String path) {
        return parsed(exchange(request(path).build()));
    }

    JsonNode post(String path, JsonNode body) {
        return parsed(sendJson(path, body.toString().getBytes(StandardCharsets.UTF_8)));
    }

    HttpResponse<String> sendJson(String path, byte[] json) {
        return exchange(request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(json))
                .build());
    }

    static byte[] body(String fileName, byte[] content) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(head(fileName).getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }

    static String head(String fileName) {
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server.address() + path))
                .timeout(Duration.ofMinutes(2))
                .header("Authorization", "Bearer " + server.token());
    }

    HttpResponse<String> exchange(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static JsonNode parsed(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException("status " + answer.statusCode(), e);
        }
    }
}
