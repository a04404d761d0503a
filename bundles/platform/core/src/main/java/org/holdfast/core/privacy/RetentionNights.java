package org.holdfast.core.privacy;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import javax.sql.DataSource;
import org.holdfast.core.people.People;
import org.holdfast.core.platform.jobs.KeptJobs;
import org.holdfast.core.platform.jobs.RecurringJobs;
import org.holdfast.core.platform.rest.RestBeans;
import org.holdfast.core.protection.KeyRingClosed;
import org.holdfast.core.protection.KeyRingOpened;
import org.holdfast.launcher.host.Host;
import org.jspecify.annotations.Nullable;

/** Lets retention periods end by themselves while the key ring is open. In a demo there are no nights. */
@ApplicationScoped
public class RetentionNights {
    @Resource(lookup = RestBeans.DATABASE)
    private DataSource database;

    @Resource(lookup = "java:comp/DefaultManagedThreadFactory")
    private ManagedThreadFactory threads;

    @Resource(lookup = "java:comp/DefaultManagedScheduledExecutorService")
    private ManagedScheduledExecutorService timer;

    @Inject
    private RetentionSchedule schedule;

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
            RetentionNight night =
                    new RetentionNight(schedule, people, event -> host.audit().append(event));
            nights = new KeptJobs(() -> RecurringJobs.start(night, database, threads, clock), night::instances, timer);
        }
        nights.begin();
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
