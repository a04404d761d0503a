package org.holdfast.core.platform.jobs;

import com.github.kagkarlsson.scheduler.ScheduledExecution;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import javax.sql.DataSource;

/**
 * Does a recurring job once among all nodes that share the database: whoever claims an instance in its table does it. An
 * instance that was missed while no node ran comes once, at the next start; one that fails is tried again three times,
 * then comes at its next time; one whose node died is taken over after some two minutes. Safe for use from many threads.
 */
public final class RecurringJobs implements AutoCloseable {
    private static final int TRIES_AGAIN = 3;
    private static final Duration BEFORE_ANOTHER_TRY = Duration.ofMinutes(5);
    private static final Duration POLL = Duration.ofSeconds(10);
    private static final Duration HEARTBEAT = Duration.ofSeconds(20);
    private static final int MISSED_HEARTBEATS = 4;
    private static final int THREADS = 2;
    private static final Duration LONGEST_STOP = Duration.ofSeconds(10);
    /** All jobs share one table, and each scheduler knows its own alone: what the others keep there is none of its business. */
    private static final Duration FOREIGN_KEPT = Duration.ofDays(36_500);

    private final RecurringJob job;
    private final Scheduler scheduler;
    private final Clock clock;

    RecurringJobs(RecurringJob job, Scheduler scheduler, Clock clock) {
        this.job = job;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /**
     * Begins to look for instances that are due.
     *
     * @param job the job
     * @param database outside transactions its connections commit by themselves
     * @param threads makes threads on which the server's services can be used
     * @param clock the time
     * @return the running jobs
     */
    public static RecurringJobs start(RecurringJob job, DataSource database, ThreadFactory threads, Clock clock) {
        Scheduler scheduler = builder(job, database, threads, clock).build();
        scheduler.start();
        return new RecurringJobs(job, scheduler, clock);
    }

    static SchedulerBuilder builder(RecurringJob job, DataSource database, ThreadFactory threads, Clock clock) {
        return new SchedulerBuilder(database, List.of(task(job, clock)))
                .clock(clock::instant)
                .schedulerName(new SchedulerName.Fixed(UUID.randomUUID().toString()))
                .executorService(Executors.newFixedThreadPool(THREADS, threads))
                .dueExecutor(Executors.newSingleThreadExecutor(threads))
                .housekeeperExecutor(Executors.newScheduledThreadPool(THREADS, threads))
                .threads(THREADS)
                .pollingInterval(POLL)
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .shutdownMaxWait(LONGEST_STOP)
                .deleteUnresolvedAfter(FOREIGN_KEPT)
                // A failure of ours says what it is; a foreign one may hold values of a row.
                .failureLogging(LogLevel.WARN, false)
                .commitWhenAutocommitDisabled(true);
    }

    /** Makes the library's task of a job. */
    static Task<Void> task(RecurringJob job, Clock clock) {
        return Tasks.custom(job.name(), Void.class)
                .onFailure((complete, operations) -> failed(job, complete, operations, clock))
                .onDeadExecutionRevive()
                .execute((instance, context) -> {
                    job.run(instance.getId());
                    return again(job);
                });
    }

    private static CompletionHandler<Void> again(RecurringJob job) {
        return (complete, operations) -> next(job, complete, operations);
    }

    private static void failed(
            RecurringJob job, ExecutionComplete complete, ExecutionOperations<Void> operations, Clock clock) {
        int tries = complete.getExecution().consecutiveFailures + 1;
        if (tries > TRIES_AGAIN) {
            next(job, complete, operations);
        } else {
            operations.reschedule(complete, clock.instant().plus(BEFORE_ANOTHER_TRY.multipliedBy(tries)));
        }
    }

    private static void next(RecurringJob job, ExecutionComplete complete, ExecutionOperations<Void> operations) {
        Optional<Instant> next = job.next(complete.getExecution().getId(), complete.getTimeDone());
        if (next.isPresent()) {
            operations.reschedule(complete, next.get());
        } else {
            operations.remove();
        }
    }

    /**
     * Sees to it that instances come at their time: new ones are taken in, and one whose time was changed comes at the
     * new time. What is due, is being done or waits for another try is left alone.
     *
     * @param instances the instances there are
     */
    public void keep(Collection<String> instances) {
        Instant now = clock.instant();
        for (String instance : instances) {
            job.next(instance, now).ifPresent(next -> keep(new TaskInstance<>(job.name(), instance), next, now));
        }
    }

    private void keep(TaskInstance<Void> instance, Instant next, Instant now) {
        Optional<ScheduledExecution<Object>> planned = scheduler.getScheduledExecution(instance);
        if (planned.isEmpty()) {
            scheduler.scheduleIfNotExists(instance, next);
            return;
        }
        ScheduledExecution<Object> found = planned.get();
        boolean resting = !found.isPicked()
                && found.getConsecutiveFailures() == 0
                && found.getExecutionTime().isAfter(now);
        if (resting && !found.getExecutionTime().equals(next)) {
            scheduler.reschedule(instance, next);
        }
    }

    /** Does no more instances until {@link #resume}; one under way goes on. */
    public void pause() {
        scheduler.pause();
    }

    /** Goes on after {@link #pause}. */
    public void resume() {
        scheduler.resume();
    }

    /** Ends; what is under way has ten seconds. */
    @Override
    public void close() {
        scheduler.stop();
    }
}
