package org.holdfast.distribution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/**
 * The time a server process sees, moved by libfaketime: by how much stands in a file, which the process reads anew each second.
 * Only what tells the date is moved; how long something takes is not.
 */
final class MovedClock {
    private static final Path LIBRARY = Path.of("/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1");

    private final Path file;
    private Duration ahead = Duration.ZERO;

    /** Takes the file that holds the time. */
    MovedClock(Path file) {
        this.file = file;
    }

    /** Whether this machine can move a clock. */
    static boolean possible() {
        return Files.exists(LIBRARY);
    }

    /** What a process needs to see this time. */
    Map<String, String> environment() {
        return Map.of(
                "LD_PRELOAD", LIBRARY.toString(),
                "FAKETIME_TIMESTAMP_FILE", file.toString(),
                "FAKETIME_CACHE_DURATION", "1",
                "FAKETIME_DONT_FAKE_MONOTONIC", "1",
                // With it, each timed wait of a JVM that keeps its monotonic clock returns at once, and the server
                // spins.
                "FAKETIME_FORCE_MONOTONIC_FIX", "0");
    }

    /** Lets it be a moment now; from there on time goes by as it does. */
    void set(Instant moment) throws IOException {
        ahead = Duration.between(Instant.now(), moment);
        // Replaced in one step: a process that reads half a number would be on another day.
        // Without a sign it would be a date, and a date that cannot be read ends the process.
        String offset = String.format(Locale.ROOT, "%+d%n", ahead.toSeconds());
        Path next = Files.writeString(file.resolveSibling(file.getFileName() + ".next"), offset);
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** What time it is. */
    Instant now() {
        return Instant.now().plus(ahead);
    }
}
