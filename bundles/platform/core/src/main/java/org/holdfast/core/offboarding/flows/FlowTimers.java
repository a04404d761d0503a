package org.holdfast.core.offboarding.flows;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.holdfast.core.platform.jobs.RecurringJob;

/**
 * Lets timers of runs come, once a minute on one of the nodes. The engine's own clockwork stays off: whoever does this
 * round holds it in the database, and each timer comes in a transaction of its own that holds its run.
 */
final class FlowTimers implements RecurringJob {
    static final String ALL = "all";
    private static final Duration ROUND = Duration.ofMinutes(1);

    private final RunTable runs;
    private final EngineRuns engine;
    private final Clock clock;

    FlowTimers(RunTable runs, EngineRuns engine, Clock clock) {
        this.runs = runs;
        this.engine = engine;
        this.clock = clock;
    }

    List<String> instances() {
        return List.of(ALL);
    }

    @Override
    public String name() {
        return "offboarding.flows.timers";
    }

    @Override
    public Optional<Instant> next(String instance, Instant after) {
        return Optional.of(after.plus(ROUND));
    }

    @Override
    public void run(String instance) {
        runs.due(clock.instant()).forEach(engine::fire);
    }
}
