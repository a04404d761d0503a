package org.holdfast.launcher.start;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.function.Supplier;
import org.holdfast.launcher.text.Message;
import org.holdfast.launcher.text.Screen;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The start of a server, step by step: prints one timed line per step and undoes the steps in reverse order. */
public final class Steps {
    private static final Logger LOG = LoggerFactory.getLogger(Steps.class);

    private final Screen screen;
    private final long begin = System.nanoTime();
    private final Deque<Undo> undos = new ArrayDeque<>();

    /**
     * Starts the clock.
     *
     * @param screen where the lines go
     */
    public Steps(Screen screen) {
        this.screen = screen;
    }

    private record Undo(String name, Runnable action) {}

    /**
     * Runs a step.
     *
     * @param name what it does, for the administrator
     * @param action the step
     */
    public void run(Message name, Runnable action) {
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
    public <T> T call(Message name, Supplier<T> action) {
        long before = System.nanoTime();
        try {
            T result = action.get();
            line(before, "step.done", name);
            return result;
        } catch (StartFailure e) {
            line(before, "step.failed", name);
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
        screen.say("step.ready", aligned(begin), address);
    }

    private void line(long before, String key, Message name) {
        screen.say(key, aligned(begin), name, String.format(Locale.ROOT, "%.1f", seconds(before)));
    }

    private static String aligned(long since) {
        return String.format(Locale.ROOT, "%7.1f", seconds(since));
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
