package org.holdfast.core.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.holdfast.core.fixture.LocalDatabase;
import org.holdfast.core.fixture.SetClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Jobs that share a table, each with a scheduler of its own. */
class RecurringJobsTest {
    private static final Duration OFTEN = Duration.ofMillis(50);

    @Test
    @Timeout(60)
    void aJobKeepsWhatOthersHaveInTheTableHoweverLongTheServerRuns() throws InterruptedException {
        SetClock clock = new SetClock("2026-03-02T01:00:00Z");
        LinkedBlockingQueue<Object> told = new LinkedBlockingQueue<>();
        try (LocalDatabase database = LocalDatabase.fresh();
                RecurringJobs foreign = jobs(new Named("accounts"), database, clock, new LinkedBlockingQueue<>())) {
            foreign.keep(List.of("one"));
            foreign.pause();
            clock.set("2026-03-02T03:00:00Z");
            try (RecurringJobs own = jobs(new Named("reminders"), database, clock, told)) {
                own.keep(List.of("one"));
                // It has seen that something is due which it does not know, and fifteen days later sweeps what is dead.
                await(told, "RAN_EXECUTE_DUE", clock, "2026-03-02T03:00:00Z");
                await(told, "RAN_DETECT_DEAD", clock, "2026-03-17T03:00:00Z");
            }
            assertThat(names(database)).contains("accounts");
        }
    }

    /** Waits until something was done twice from a moment on. The scheduler waits by its clock, so the clock goes on meanwhile. */
    private static void await(LinkedBlockingQueue<Object> told, String event, SetClock clock, String from)
            throws InterruptedException {
        told.clear();
        Instant now = Instant.parse(from);
        for (int seen = 0; seen < 2; ) {
            now = now.plusSeconds(1);
            clock.set(now.toString());
            seen += event.equals(String.valueOf(told.poll(100, TimeUnit.MILLISECONDS))) ? 1 : 0;
        }
    }

    private static List<String> names(LocalDatabase database) {
        return database.call(connection -> {
            try (var read = connection.prepareStatement("select task_name from scheduled_tasks");
                    var row = read.executeQuery()) {
                List<String> found = new java.util.ArrayList<>();
                while (row.next()) {
                    found.add(row.getString(1));
                }
                return found;
            }
        });
    }

    private static RecurringJobs jobs(
            RecurringJob job, LocalDatabase database, SetClock clock, LinkedBlockingQueue<Object> told) {
        Scheduler scheduler = RecurringJobs.builder(job, database.dataSource(), Executors.defaultThreadFactory(), clock)
                .pollingInterval(OFTEN)
                .heartbeatInterval(OFTEN)
                .addSchedulerListener(new AbstractSchedulerListener() {
                    @Override
                    public void onSchedulerEvent(SchedulerEventType type) {
                        told.add(type);
                    }
                })
                .build();
        scheduler.start();
        return new RecurringJobs(job, scheduler, clock);
    }

    private record Named(String name) implements RecurringJob {
        @Override
        public Optional<Instant> next(String instance, Instant after) {
            return Optional.of(after.plus(Duration.ofHours(1)));
        }

        @Override
        public void run(String instance) {
            // Nothing to do.
        }
    }
}
