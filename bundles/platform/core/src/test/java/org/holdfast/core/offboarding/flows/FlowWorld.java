package org.holdfast.core.offboarding.flows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.holdfast.core.fixture.LocalDatabase;
import org.holdfast.core.fixture.SetClock;

/** Flows on a database of their own, with somebody who writes down what they are told. */
final class FlowWorld implements AutoCloseable {
    static final String FIRM = "S1";

    final LocalDatabase database;
    final SetClock clock = new SetClock("2026-03-02T01:00:00Z");
    final UUID firm = UUID.randomUUID();
    final FlowTable table;
    final Flows flows;
    final RunTable runTable;
    final Told told = new Told();
    EngineRuns runs;

    FlowWorld() {
        this(LocalDatabase.fresh());
    }

    FlowWorld(LocalDatabase fresh) {
        database = fresh.routed();
        table = new FlowTable(database);
        runTable = new RunTable(database);
        flows = new Flows(table, code -> code.equals(FIRM) ? Optional.of(firm) : Optional.empty(), clock);
        runs = restarted();
        new FlowFiles(flows, Path.of("no-such-folder")).take();
    }

    /** The same database under a server that has just started. */
    EngineRuns restarted() {
        runs = new EngineRuns(
                new Flows(table, code -> code.equals(FIRM) ? Optional.of(firm) : Optional.empty(), clock),
                runTable,
                new FlowEngine(database, clock),
                listeners -> listeners.accept(told));
        return runs;
    }

    FlowTimers timers() {
        return new FlowTimers(runTable, runs, clock);
    }

    static byte[] shipped(String key) throws IOException {
        return Files.readAllBytes(Path.of("../../../config/flows/" + key + ".bpmn"));
    }

    /** Publishes a flow of the firm and lets the firm use it. */
    FlowVersion use(FlowText flow) {
        FlowVersion version = flows.publish(flows.upload(firm, flow.bytes(), null));
        flows.use(firm, version.flow().id());
        return version;
    }

    void useShipped(String key) {
        flows.use(
                firm,
                table.published(FlowVersion.GROUP, key).orElseThrow().flow().id());
    }

    UUID started() {
        UUID offboarding = UUID.randomUUID();
        runs.start(FIRM, offboarding);
        return offboarding;
    }

    /** Completes the open task of a node by the first of some outcomes that it knows. */
    void complete(UUID offboarding, String node) {
        FlowTask task = told.open(offboarding).get(node);
        runs.complete(
                task.id(),
                task.outcomes().contains("approved")
                        ? "approved"
                        : task.outcomes().iterator().next());
    }

    RunState.Node node(UUID offboarding, String id) {
        return runs.state(offboarding).nodes().stream()
                .filter(node -> node.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        database.close();
    }

    /** What the room of cases would know. */
    static final class Told implements FlowListener {
        final Map<String, FlowTask> tasks = new LinkedHashMap<>();
        final List<String> cancelled = new ArrayList<>();
        final List<UUID> ended = new ArrayList<>();

        @Override
        public synchronized void opened(FlowTask task) {
            tasks.put(task.id(), task);
        }

        @Override
        public synchronized void closed(String taskId, boolean wasCancelled) {
            tasks.remove(taskId);
            if (wasCancelled) {
                cancelled.add(taskId);
            }
        }

        @Override
        public synchronized void ended(UUID offboarding) {
            ended.add(offboarding);
        }

        synchronized Map<String, FlowTask> open(UUID offboarding) {
            Map<String, FlowTask> found = new TreeMap<>();
            tasks.values().stream()
                    .filter(task -> task.offboarding().equals(offboarding))
                    .forEach(task -> found.put(task.node(), task));
            return found;
        }
    }
}
