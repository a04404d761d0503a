package org.holdfast.core.offboarding.flows;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.holdfast.core.fixture.LocalDatabase;

/** The flows that ship, on the real engine. */
public final class ShippedFlows {
    private final FlowTable table;
    private final Flows flows;
    private final EngineRuns runs;

    /**
     * Loads them.
     *
     * @param database a fresh database
     * @param firms ids of subsidiaries by code
     * @param clock the time
     * @param listener is told what runs do
     */
    public ShippedFlows(
            LocalDatabase database, Function<String, Optional<UUID>> firms, Clock clock, FlowListener listener) {
        database.routed();
        table = new FlowTable(database);
        flows = new Flows(table, firms, clock);
        runs = new EngineRuns(
                flows,
                new RunTable(database),
                new FlowEngine(database, clock),
                listeners -> listeners.accept(listener));
        new FlowFiles(flows, Path.of("no-such-folder")).take();
    }

    /** Returns the runs. */
    public FlowRuns runs() {
        return runs;
    }

    /** Has a subsidiary use one of the flows from now on. */
    public void use(UUID firm, String key) {
        flows.use(
                firm,
                table.published(FlowVersion.GROUP, key).orElseThrow().flow().id());
    }
}
