package org.holdfast.core.platform.jobs;

import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.github.kagkarlsson.scheduler.testhelper.SettableClock;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;

/** A node that looks for due jobs when a test says so, on the test's thread. */
public final class HandDrivenJobs {
    private final SettableClock time = new SettableClock();
    private final ManualScheduler scheduler;
    private final RecurringJobs jobs;
    private final Clock clock;

    public HandDrivenJobs(RecurringJob job, DataSource database, Clock clock) {
        this.clock = clock;
        time.set(clock.instant());
        scheduler = TestHelper.createManualScheduler(database, RecurringJobs.task(job, clock))
                .clock(time)
                .build();
        jobs = new RecurringJobs(job, scheduler, clock);
    }

    public void keep(String instance) {
        jobs.keep(List.of(instance));
    }

    public void look() {
        time.set(clock.instant());
        scheduler.runAnyDueExecutions();
    }
}
