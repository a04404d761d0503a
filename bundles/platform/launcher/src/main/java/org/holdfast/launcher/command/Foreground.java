package org.holdfast.launcher.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.holdfast.launcher.start.DataDirectory;
import org.holdfast.launcher.start.Server;
import org.holdfast.launcher.text.Screen;

/**
 * A server in the foreground: it ends when the process is asked to end (Ctrl-C, {@code holdfast stop}, a service manager),
 * and a clean end is a success. Java by itself would end with 128 and the signal's number, which scripts and Maven take for
 * a failure.
 */
final class Foreground {
    private static final int OK = 0;
    private static final long POLL_MILLIS = 500;

    private final Server server;
    private final Screen screen;
    private final Path stopRequest;
    private volatile boolean failed;

    /**
     * Takes over a running server.
     *
     * @param server the server
     * @param screen where its end is told
     * @param data its data directory
     */
    Foreground(Server server, Screen screen, Path data) {
        this.server = server;
        this.screen = screen;
        this.stopRequest = DataDirectory.stopRequest(data);
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

    /** Waits until the process is asked to end: by a signal, and then this never returns, or by a file. */
    void await() throws InterruptedException {
        while (!Files.exists(stopRequest)) {
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
    }
}
