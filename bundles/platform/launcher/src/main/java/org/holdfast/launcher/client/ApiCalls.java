package org.holdfast.launcher.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleConsumer;
import org.holdfast.launcher.start.StartFailure;

/** Calls of the server's API that wait for what they begin. */
public final class ApiCalls {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long POLL_MILLIS = 300;

    private final ServerClient client;

    /**
     * Creates them over a connection.
     *
     * @param client the connection
     */
    public ApiCalls(ServerClient client) {
        this.client = client;
    }

    /**
     * Asks for something.
     *
     * @param path path with query; no personal data
     * @return the answer
     * @throws StartFailure where the server refuses
     */
    public JsonNode get(String path) {
        return ImportClient.parsed(client.get(path));
    }

    /**
     * Makes something new.
     *
     * @param path path
     * @param body what to send
     * @return the answer
     */
    public JsonNode post(String path, JsonNode body) {
        return ImportClient.parsed(client.json("POST", path, body.toString()));
    }

    /**
     * Replaces something.
     *
     * @param path path
     * @param body what to send
     * @return the answer
     */
    public JsonNode put(String path, JsonNode body) {
        return ImportClient.parsed(client.json("PUT", path, body.toString()));
    }

    /**
     * Removes something.
     *
     * @param path path
     */
    public void remove(String path) {
        ImportClient.parsed(client.json("DELETE", path, ""));
    }

    /**
     * Imports a file that must be faultless.
     *
     * @param file the file
     * @return what became of it
     * @throws StartFailure where a row was rejected
     */
    public JsonNode imported(Path file) {
        ImportClient imports = new ImportClient(client);
        JsonNode result = imports.run(new ImportClient.Request(file, "", false), share -> {});
        if (!result.path("state").asText().equals("done")
                || result.path("rejected").asLong() > 0) {
            throw new StartFailure(
                    "failure.importIncomplete",
                    file.getFileName(),
                    result.path("rejected").asLong(),
                    result.path("failure").asText(""));
        }
        return result;
    }

    /**
     * Runs training or scoring of a subsidiary to its end.
     *
     * @param subsidiaryId the subsidiary
     * @param kind {@code train} or {@code score}
     * @param asOf the day
     * @return the ended job
     * @throws StartFailure where it failed
     */
    public JsonNode riskRun(String subsidiaryId, String kind, LocalDate asOf) {
        ObjectNode body = JSON.createObjectNode();
        body.put("subsidiaryId", subsidiaryId).put("kind", kind).put("asOf", asOf.toString());
        String job =
                "/api/v1/jobs/" + post("/api/v1/risk/runs", body).path("jobId").asText();
        JsonNode state = get(job);
        while (state.path("state").asText().matches("queued|running")) {
            pause();
            state = get(job);
        }
        if (!state.path("state").asText().equals("done")) {
            throw new StartFailure(
                    "failure.riskRun", kind, state.path("message").asText(""));
        }
        return state;
    }

    /**
     * Replaces the keys of a level, and waits for the end of it.
     *
     * @param level {@code root} or {@code subsidiary}
     * @param share hears how far it is, 0 to 1
     * @return the rotation
     * @throws StartFailure where it was refused or stopped
     */
    public JsonNode rotation(String level, DoubleConsumer share) {
        JsonNode rotation =
                post("/api/v1/keys/rotations", JSON.createObjectNode().put("level", level));
        String id = rotation.path("id").asText();
        // Interrupted is how one that is resumed was found: the answer tells of before.
        do {
            pause();
            rotation = get("/api/v1/keys").path("rotation");
            share.accept(rotation.path("done").asDouble()
                    / Math.max(1, rotation.path("total").asDouble()));
        } while (rotation.path("id").asText().equals(id)
                && rotation.path("state").asText().equals("running"));
        if (!rotation.path("state").asText().equals("done")) {
            throw new StartFailure(
                    "failure.rotation",
                    rotation.path("failure").asText(),
                    rotation.path("done").asLong(),
                    rotation.path("total").asLong());
        }
        return rotation;
    }

    /**
     * Signs in and returns calls in that account's name.
     *
     * @param username the user name
     * @param password the password
     * @return calls with that session
     */
    public ApiCalls signedInAs(String username, String password) {
        return new ApiCalls(client.signedIn(JSON.createObjectNode()
                .put("username", username)
                .put("password", password)
                .toString()));
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailure(e, "failure.interrupted");
        }
    }
}
