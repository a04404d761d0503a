package org.holdfast.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.holdfast.api.signal.DataCategory;
import org.holdfast.launcher.client.ApiCalls;
import org.holdfast.launcher.client.ServerClient;
import org.holdfast.launcher.start.RunFile;
import org.holdfast.launcher.start.StartFailure;

/** The installed product as a process of its own, with its start script, spoken to through its API. */
final class InstalledServer implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double IDLE_SHARE = 0.1;

    private final Process process;
    private final Path data;
    private final Place place;
    private final GarbageLog garbage;

    private InstalledServer(Process process, Path data, Place place, GarbageLog garbage) {
        this.process = process;
        this.data = data;
        this.place = place;
        this.garbage = garbage;
    }

    static InstalledServer start(Path data, Place place, String heap) throws IOException, InterruptedException {
        return start(data, place, heap, Map.of());
    }

    /**
     * Starts it with something said by the environment beside.
     *
     * @param more such as what lets it run on another day
     */
    static InstalledServer start(Path data, Place place, String heap, Map<String, String> more)
            throws IOException, InterruptedException {
        Path image = Place.image();
        Files.createDirectories(data);
        Path log = data.resolve("garbage.log");
        ProcessBuilder builder = new ProcessBuilder(
                image.resolve("bin").resolve("holdfast").toString(),
                "start",
                "--data-dir",
                data.toString(),
                "--port",
                String.valueOf(place.port()));
        builder.environment().put("HOLDFAST_JAVA_OPTIONS", "-Xmx" + heap + " -Xlog:gc:file=" + log);
        builder.environment().putAll(place.database());
        builder.environment().putAll(more);
        Process process = builder.redirectErrorStream(true)
                .redirectOutput(data.resolve("server.out").toFile())
                .start();
        InstalledServer server = new InstalledServer(process, data, place, new GarbageLog(log));
        server.await(Duration.ofMinutes(10), server::ready);
        server.garbage.next();
        return server;
    }

    private boolean ready() {
        if (!process.isAlive()) {
            throw new IllegalStateException("The server ended at its start: see " + data.resolve("server.out"));
        }
        return RunFile.of(data).filter(InstalledServer::answers).isPresent();
    }

    private static boolean answers(RunFile server) {
        try {
            return new ServerClient(server, Locale.ENGLISH).get("/health/ready").ok();
        } catch (StartFailure notYet) {
            return false;
        }
    }

    ApiCalls api() {
        return new ApiCalls(new ServerClient(RunFile.of(data).orElseThrow(), Locale.ENGLISH));
    }

    URI address() {
        return URI.create(RunFile.of(data).orElseThrow().address());
    }

    List<JsonNode> subsidiaries() {
        List<JsonNode> all = new ArrayList<>();
        api().get("/api/v1/subsidiaries?limit=200").path("items").forEach(all::add);
        return all;
    }

    /** Files the bases that the demo's story rests on: HR rules for what the firm holds itself, consent for the rest. */
    void fileBases(LocalDate from) {
        for (JsonNode subsidiary : subsidiaries()) {
            ObjectNode body = JSON.createObjectNode();
            ArrayNode items = body.putArray("items");
            for (DataCategory category : DataCategory.values()) {
                boolean consent = category == DataCategory.JOB_SITE
                        || category == DataCategory.SURVEY
                        || category == DataCategory.FEEDBACK;
                items.addObject()
                        .put("category", category.code())
                        .put("purpose", "retention")
                        .put("kind", consent ? "consent" : "hrRules")
                        .put("from", from.toString())
                        .putNull("to");
            }
            api().put("/api/v1/privacy/bases/" + subsidiary.path("id").asText(), body);
        }
    }

    /** What the server and its database have used so far. */
    Usage usage() {
        return place.databaseUsage().and(Usage.of(process.pid()));
    }

    GarbageLog.Peak heap() {
        return garbage.next();
    }

    long peakResident() {
        return Usage.peakResident(process.pid());
    }

    /** Waits until what goes on in the background, such as compaction and alerts, has come to an end. */
    Usage settle() throws InterruptedException {
        return settle(3, Integer.MAX_VALUE);
    }

    /**
     * Waits until the server has done next to nothing for some looks in a row, two seconds apart: more of them where what it begins by
     * itself some minutes after a start has to be over, too.
     *
     * @param looks how many
     * @param most after how many looks to go on all the same
     */
    Usage settle(int looks, int most) throws InterruptedException {
        Usage end = usage();
        int quiet = 0;
        for (int look = 0; quiet < looks && look < most; look++) {
            Usage before = usage();
            TimeUnit.SECONDS.sleep(2);
            Usage now = usage();
            if (now.cpuSince(before) > IDLE_SHARE * now.wallSince(before)) {
                end = now;
                quiet = 0;
            } else {
                quiet++;
            }
        }
        return end;
    }

    private void await(Duration longest, BooleanSupplier done) throws InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("The server on " + data + " takes too long");
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    @Override
    public void close() {
        process.destroy();
        if (process.onExit()
                .completeOnTimeout(process, 2, TimeUnit.MINUTES)
                .join()
                .isAlive()) {
            process.destroyForcibly().onExit().join();
        }
    }
}
