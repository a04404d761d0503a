package org.holdfast.core.risk;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.holdfast.core.people.People;
import org.holdfast.core.platform.jobs.KeptJobs;
import org.holdfast.core.platform.jobs.RecurringJobs;
import org.holdfast.core.platform.rest.RestBeans;
import org.holdfast.core.protection.KeyRingClosed;
import org.holdfast.core.protection.KeyRingOpened;
import org.holdfast.core.risk.runs.NightlyScoring;
import org.holdfast.core.risk.runs.RiskRuns;
import org.holdfast.core.risk.runs.RunTable;
import org.holdfast.core.risk.runs.Scoring;
import org.holdfast.core.risk.settings.SettingsTable;
import org.holdfast.launcher.host.Host;
import org.jspecify.annotations.Nullable;

/**
 * Lets the nights be scored while the key ring is open, and looks once a minute for new subsidiaries and changed times. In
 * a demo there are no nights: its generated days end, and its scores shall stay what they were shown to be.
 */
@ApplicationScoped
public class NightBeans {
    @Resource(lookup = RestBeans.DATABASE)
    private DataSource database;

    @Resource(lookup = "java:comp/DefaultManagedThreadFactory")
    private ManagedThreadFactory threads;

    @Resource(lookup = "java:comp/DefaultManagedScheduledExecutorService")
    private ManagedScheduledExecutorService timer;

    @Inject
    private RunTable table;

    @Inject
    private RiskRuns runs;

    @Inject
    private Scoring.Inputs inputs;

    @Inject
    private SettingsTable settings;

    @Inject
    private People people;

    @Inject
    private Host host;

    @Inject
    private Clock clock;

    private @Nullable KeptJobs nights;

    synchronized void begin(@Observes KeyRingOpened opened) {
        if (host.demo()) {
            return;
        }
        if (nights == null) {
            NightlyScoring scoring = new NightlyScoring(table, runs, inputs, settings, clock);
            nights = new KeptJobs(() -> RecurringJobs.start(scoring, database, threads, clock), this::instances, timer);
        }
        nights.begin();
    }

    private List<String> instances() {
        return people.subsidiaries().stream()
                .map(subsidiary -> subsidiary.id().toString())
                .toList();
    }

    synchronized void rest(@Observes KeyRingClosed closed) {
        if (nights != null) {
            nights.rest();
        }
    }

    @PreDestroy
    synchronized void end() {
        if (nights != null) {
            nights.close();
        }
    }
}
