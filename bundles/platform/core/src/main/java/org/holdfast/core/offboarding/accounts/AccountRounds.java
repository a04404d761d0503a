package org.holdfast.core.offboarding.accounts;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import javax.sql.DataSource;
import org.holdfast.core.platform.jobs.KeptJobs;
import org.holdfast.core.platform.jobs.RecurringJobs;
import org.holdfast.core.platform.rest.RestBeans;
import org.holdfast.core.protection.KeyRingClosed;
import org.holdfast.core.protection.KeyRingOpened;
import org.jspecify.annotations.Nullable;

/** Lets accounts be closed and looked at while the key ring is open: what they are called is sealed. */
@ApplicationScoped
public class AccountRounds {
    @Resource(lookup = RestBeans.DATABASE)
    private DataSource database;

    @Resource(lookup = "java:comp/DefaultManagedThreadFactory")
    private ManagedThreadFactory threads;

    @Resource(lookup = "java:comp/DefaultManagedScheduledExecutorService")
    private ManagedScheduledExecutorService timer;

    @Inject
    private AccountJobs jobs;

    @Inject
    private Clock clock;

    private @Nullable KeptJobs rounds;

    synchronized void begin(@Observes KeyRingOpened opened) {
        if (rounds == null) {
            rounds = new KeptJobs(() -> RecurringJobs.start(jobs, database, threads, clock), jobs::instances, timer);
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
}
