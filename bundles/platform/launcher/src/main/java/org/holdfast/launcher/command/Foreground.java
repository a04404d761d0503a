package org.holdfast.launcher.command;

import java.util.concurrent.CountDownLatch;
import org.holdfast.launcher.start.Server;
import org.holdfast.launcher.text.Screen;

/**
 * A server in the foreground: it ends when the process is asked to end (Ctrl-C, {@code holdfast stop}, a service manager),
 * and a clean end is a success. Java by itself would end with 128 and the signal's number, which scripts and Maven take for
 * a failure.
 */
final class Foreground {
    private static final int OK = 0;

    private final Server server;
    private final Screen screen;
    private volatile boolean failed;

    /**
     * Takes over a running server.
     *
     * @param server the server
     * @param screen where its end is told
     */
    Foreground(Server server, Screen screen) {
        this.server = server;
        this.screen = screen;
        Runtime.getRuntime().addShutdownHook(new Thread(this::end));
    }

    private void end() {
        server.close();
        screen.say("stop.done");
        if (!failed) {
            Runtime.getRuntime().halt(OK);
        }
    }

    /**
     * Runs what belongs to the start but comes after the server is ready. Where it fails the process does, too.
     *
     * @param work the work
     */
    void run(Runnable work) {
        boolean done = false;
        try {
            work.run();
            done = true;
        } finally {
            failed = !done;
        }
    }

    /** Waits for the end, which ends the process: this never returns. */
    void await() throws InterruptedException {
        new CountDownLatch(1).await();
    }
}
