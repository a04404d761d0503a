package org.holdfast.core.platform.jobs;

import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.holdfast.api.HoldfastException;

/** One run of background work, whose failure must end neither a schedule nor what is done beside it. */
public final class Attempt {
    private Attempt() {}

    /**
     * Does work on the calling thread.
     *
     * @param work what to do
     * @return what it failed with, or empty where it succeeded; an interruption leaves the thread's mark set
     */
    public static Optional<Throwable> of(Runnable work) {
        FutureTask<Boolean> task = new FutureTask<>(work, Boolean.TRUE);
        task.run();
        try {
            task.get();
            return Optional.empty();
        } catch (ExecutionException e) {
            return Optional.of(e.getCause() == null ? e : e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of(e);
        }
    }

    /**
     * Names a failure for a log, without its message, which may hold values of a row.
     *
     * @param failure what work failed with
     * @return a code of ours, else the name of the class
     */
    public static String name(Throwable failure) {
        return failure instanceof HoldfastException known
                ? known.code().name()
                : failure.getClass().getSimpleName();
    }
}
