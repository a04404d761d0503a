package org.holdfast.core.risk;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.holdfast.core.people.People;
import org.holdfast.core.platform.jobs.Attempt;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets the nights be scored while the key ring is open, and looks once a minute for new subsidiaries and changed times. In
 * a demo there are no nights: its generated days end, and its scores shall stay what they were shown to be.
 */
@ApplicationScoped
public class NightBeans {
    private static final Logger LOG = LoggerFactory.getLogger(NightBeans.class);
    private static final long LOOK_SECONDS = 60;

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

    private @Nullable RecurringJobs nights;
    private @Nullable ScheduledFuture<?> looking;

    synchronized void begin(@Observes KeyRingOpened opened) {
        if (host.demo()) {
            return;
        }
        if (nights == null) {
            NightlyScoring scoring = new NightlyScoring(table, runs, inputs, settings, clock);
            nights = RecurringJobs.start(scoring, database, threads, clock);
        } else {
            nights.resume();
        }
        looking = timer.scheduleWithFixedDelay(this::look, 0, LOOK_SECONDS, TimeUnit.SECONDS);
    }

    synchronized void rest(@Observes KeyRingClosed closed) {
        if (looking != null) {
            looking.cancel(false);
        }
        if (nights != null) {
            nights.pause();
        }
    }

    private void look() {
        RecurringJobs kept = nights();
        if (kept != null) {
            Attempt.of(() -> kept.keep(people.subsidiaries().stream()
                            .map(subsidiary -> subsidiary.id().toString())
                            .toList()))
                    .ifPresent(failure ->
                            LOG.warn("The nights could not be planned ({}); tried again", Attempt.name(failure)));
        }
    }

    private synchronized @Nullable RecurringJobs nights() {
        return nights;
    }

    @PreDestroy
    synchronized void end() {
        if (looking != null) {
            looking.cancel(false);
        }
        if (nights != null) {
            nights.close();
        }
    }
}
