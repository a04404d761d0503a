package org.holdfast.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * How long something took in this process.
 *
 * @param wall seconds that passed
 * @param cpu processor seconds of all threads, collections and native ones included
 */
record Timing(double wall, double cpu) {
    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    static Timing of(Callable<?> work) {
        FutureTask<?> task = new FutureTask<>(work);
        long cpu = PROCESS.getProcessCpuTime();
        long wall = System.nanoTime();
        task.run();
        Timing timing = new Timing((System.nanoTime() - wall) / 1e9, (PROCESS.getProcessCpuTime() - cpu) / 1e9);
        try {
            task.get();
            return timing;
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException("What was to be measured failed", e);
        }
    }
}
