package org.holdfast.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/**
 * What a process has used by a moment, as Linux counts it.
 *
 * @param nanos the moment, of {@link System#nanoTime()}
 * @param cpuSeconds processor time of all its threads, user and system
 */
record Usage(long nanos, double cpuSeconds) {
    private static final double TICKS_A_SECOND = 100;

    static Usage of(long pid) {
        return new Usage(System.nanoTime(), ticks(pid, 11, 12) / TICKS_A_SECOND);
    }

    /** Of a process with those it has started, ended ones included: a database that forks for each connection. */
    static Usage ofFamily(long pid) {
        double ticks = ticks(pid, 11, 12, 13, 14);
        for (ProcessHandle child : ProcessHandle.of(pid).stream()
                .flatMap(ProcessHandle::descendants)
                .toList()) {
            ticks += Files.exists(stat(child.pid())) ? ticks(child.pid(), 11, 12, 13, 14) : 0;
        }
        return new Usage(System.nanoTime(), ticks / TICKS_A_SECOND);
    }

    private static double ticks(long pid, int... wanted) {
        // The second field may hold blanks; it ends at the last bracket.
        String stat = read(stat(pid));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).strip().split(" ", -1);
        double ticks = 0;
        for (int field : wanted) {
            ticks += Double.parseDouble(fields[field]);
        }
        return ticks;
    }

    private static Path stat(long pid) {
        return Path.of("/proc", String.valueOf(pid), "stat");
    }

    Usage and(Usage other) {
        return new Usage(Math.max(nanos, other.nanos), cpuSeconds + other.cpuSeconds);
    }

    static Usage ofThisProcess() {
        return of(ProcessHandle.current().pid());
    }

    double wallSince(Usage before) {
        return (nanos - before.nanos) / 1e9;
    }

    double cpuSince(Usage before) {
        return cpuSeconds - before.cpuSeconds;
    }

    static String since(Usage before, Usage after) {
        return String.format(Locale.ROOT, "%.1f s wall, %.1f s CPU", after.wallSince(before), after.cpuSince(before));
    }

    /** Most memory a process has had at a time, in MiB. */
    static long peakResident(long pid) {
        return read(Path.of("/proc", String.valueOf(pid), "status"))
                        .lines()
                        .filter(line -> line.startsWith("VmHWM:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                        .findFirst()
                        .orElse(0)
                / 1024;
    }

    /** The load of the machine over the last minute, five and fifteen. */
    static String load() {
        return String.join(" ", Arrays.copyOf(read(Path.of("/proc/loadavg")).split(" ", -1), 3));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Benchmarks need Linux and a process that runs", e);
        }
    }
}
