package org.holdfast.launcher.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileNotFoundException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleConsumer;
import org.holdfast.launcher.start.StartFailure;

/** Imports files through the running server's API and waits for the result. */
public final class ImportClient {
    private static final long POLL_MILLIS = 500;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ServerClient client;

    /**
     * Creates it over a connection.
     *
     * @param client the connection
     */
    public ImportClient(ServerClient client) {
        this.client = client;
    }

    /**
     * What to import.
     *
     * @param file the file
     * @param subsidiary code of the subsidiary, empty where the file says it
     * @param dryRun whether only to look
     */
    public record Request(Path file, String subsidiary, boolean dryRun) {}

    /**
     * Uploads a file and waits until its job has ended.
     *
     * @param request what to import
     * @param progress told the share that is done, 0 to 1
     * @return the ended import, as the API describes it
     */
    public JsonNode run(Request request, DoubleConsumer progress) {
        JsonNode accepted = parsed(upload(request));
        String path = "/api/v1/imports/" + accepted.path("id").asText();
        JsonNode state = parsed(client.get(path));
        while (isUnderWay(state)) {
            progress.accept(state.path("progress").asDouble());
            pause();
            state = parsed(client.get(path));
        }
        progress.accept(1);
        return state;
    }

    /**
     * Fetches the rejected rows of an ended import.
     *
     * @param importId which
     * @return the error file as text
     */
    public String errors(String importId) {
        return client.get("/api/v1/imports/" + importId + "/errors.csv").body();
    }

    private ServerClient.Answer upload(Request request) {
        String boundary = "holdfast-" + UUID.randomUUID();
        String head = field(boundary, "subsidiary", request.subsidiary())
                + field(boundary, "dryRun", String.valueOf(request.dryRun()))
                + "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                + request.file().getFileName().toString().replace("\"", "_")
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
        String tail = "\r\n--" + boundary + "--\r\n";
        try {
            BodyPublisher body = BodyPublishers.concat(
                    BodyPublishers.ofString(head),
                    BodyPublishers.ofFile(request.file()),
                    BodyPublishers.ofString(tail, StandardCharsets.UTF_8));
            return client.send("POST", "/api/v1/imports", "multipart/form-data; boundary=" + boundary, body);
        } catch (FileNotFoundException e) {
            throw new StartFailure(e, "failure.file", request.file());
        }
    }

    private static String field(String boundary, String name, String value) {
        return value.isEmpty()
                ? ""
                : "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value
                        + "\r\n";
    }

    private static boolean isUnderWay(JsonNode state) {
        String name = state.path("state").asText();
        return name.equals("queued") || name.equals("running");
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailure(e, "failure.importInterrupted");
        }
    }

    /**
     * Reads an answer as JSON.
     *
     * @param answer what the server answered
     * @return its body
     * @throws StartFailure with what the server objected to, where it did
     */
    public static JsonNode parsed(ServerClient.Answer answer) {
        if (!answer.ok()) {
            throw refused(answer);
        }
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new StartFailure(e, "failure.notOurApi", answer.status());
        }
    }

    /** Returns what the server objected to. */
    static StartFailure refused(ServerClient.Answer answer) {
        try {
            JsonNode json = JSON.readTree(answer.body());
            return new StartFailure(
                    "failure.refused",
                    json.path("title").asText(String.valueOf(answer.status())),
                    json.path("detail").asText(""));
        } catch (JsonProcessingException e) {
            return new StartFailure(e, "failure.notOurApi", answer.status());
        }
    }
}
