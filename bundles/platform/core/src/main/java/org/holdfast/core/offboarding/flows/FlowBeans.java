package org.holdfast.core.offboarding.flows;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import javax.sql.DataSource;
import org.holdfast.core.people.People;
import org.holdfast.core.people.Subsidiary;
import org.holdfast.core.platform.database.Database;
import org.holdfast.core.platform.jobs.KeptJobs;
import org.holdfast.core.platform.jobs.RecurringJobs;
import org.holdfast.core.platform.rest.RestBeans;
import org.holdfast.core.platform.rest.Texts;
import org.holdfast.core.protection.KeyRingClosed;
import org.holdfast.core.protection.KeyRingOpened;
import org.holdfast.launcher.host.Host;
import org.jspecify.annotations.Nullable;

/** Makes the beans of flows; takes in what was shipped and lets timers come while the key ring is open. */
@ApplicationScoped
public class FlowBeans {
    @Resource(lookup = RestBeans.DATABASE)
    private DataSource dataSource;

    @Resource(lookup = "java:comp/DefaultManagedThreadFactory")
    private ManagedThreadFactory threads;

    @Resource(lookup = "java:comp/DefaultManagedScheduledExecutorService")
    private ManagedScheduledExecutorService timer;

    private @Nullable KeptJobs rounds;

    // Given to the method: what is injected into a bean that makes it waits for itself.
    synchronized void begin(@Observes KeyRingOpened opened, FlowTimers timers, FlowFiles files, Clock clock) {
        // Beside the start: nothing waits for flows before somebody leaves.
        timer.execute(files::take);
        if (rounds == null) {
            rounds = new KeptJobs(
                    () -> RecurringJobs.start(timers, dataSource, threads, clock), timers::instances, timer);
        }
        rounds.begin();
    }

    synchronized void rest(@Observes KeyRingClosed closed) {
        if (rounds != null) {
            rounds.rest();
        }
    }

    @PreDestroy
    synchronized void end() {
        if (rounds != null) {
            rounds.close();
        }
    }

    @Produces
    @Singleton
    FlowTable flowTable(Database database) {
        return new FlowTable(database);
    }

    @Produces
    @Singleton
    RunTable runTable(Database database) {
        return new RunTable(database);
    }

    @Produces
    @Singleton
    Flows flows(FlowTable table, People people, Clock clock) {
        return new Flows(table, code -> people.subsidiaryByCode(code).map(Subsidiary::id), clock);
    }

    @Produces
    @Singleton
    FlowEngine flowEngine(Database database, Clock clock) {
        return new FlowEngine(database, clock);
    }

    @Produces
    @Singleton
    EngineRuns engineRuns(Flows flows, RunTable runs, FlowEngine engine, @Any Instance<FlowListener> listeners) {
        return new EngineRuns(flows, runs, engine, told -> listeners.forEach(told));
    }

    @Produces
    @Singleton
    FlowTimers flowTimers(RunTable runs, EngineRuns engine, Clock clock) {
        return new FlowTimers(runs, engine, clock);
    }

    @Produces
    @Singleton
    FlowFiles flowFiles(Flows flows, Host host) {
        return new FlowFiles(flows, host.dataDirectory().resolve("config").resolve("flows"));
    }

    @Produces
    @Singleton
    FlowDesk flowDesk(Flows flows, People people, Texts texts) {
        return new FlowDesk(flows, people, texts);
    }
}
