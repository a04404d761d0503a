package org.holdfast.launcher.start;

import java.io.PrintStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The start of a server, step by step: prints one timed line per step and undoes the steps in reverse order. */
public final class Steps {
    private static final Logger LOG = LoggerFactory.getLogger(Steps.class);

    private final PrintStream out;
    private final long begin = System.nanoTime();
    private final Deque<Undo> undos = new ArrayDeque<>();

    /**
     * Starts the clock.
     *
     * @param out where the lines go
     */
    public Steps(PrintStream out) {
        this.out = out;
    }

    private record Undo(String name, Runnable action) {}

    /**
     * Runs a step.
     *
     * @param name what it does, for the administrator
     * @param action the step
     */
    public void run(String name, Runnable action) {
        call(name, () -> {
            action.run();
            return name;
        });
    }

    /**
     * Runs a step that has a result.
     *
     * @param name what it does, for the administrator
     * @param action the step
     * @return its result
     * @param <T> type of the result
     */
    public <T> T call(String name, Supplier<T> action) {
        long before = System.nanoTime();
        try {
            T result = action.get();
            line(before, name);
            return result;
        } catch (StartFailure e) {
            line(before, name + ": failed");
            throw e;
        }
    }

    /**
     * Remembers what undoes the steps so far.
     *
     * @param name what is undone, for the log
     * @param action how
     */
    public void undoWith(String name, Runnable action) {
        undos.push(new Undo(name, action));
    }

    /** Undoes everything, last first. A part that fails to stop does not keep the others from stopping. */
    public void undo() {
        while (!undos.isEmpty()) {
            Undo undo = undos.pop();
            try {
                undo.action().run();
            } catch (StartFailure e) {
                LOG.warn("Stopping {}: {}", undo.name(), e.getMessage());
            }
        }
    }

    /**
     * Prints the last line: the server is ready.
     *
     * @param address where
     */
    public void ready(String address) {
        out.printf(Locale.ROOT, "%7.1f s  ready at %s%n", seconds(begin), address);
        out.flush();
    }

    private void line(long before, String text) {
        out.printf(Locale.ROOT, "%7.1f s  %s (%.1f s)%n", seconds(begin), text, seconds(before));
        out.flush();
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
