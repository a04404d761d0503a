package org.holdfast.core.intake;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Lets each import run once at a time in this server. One that is wanted while it runs is started again when that run has
 * ended, because the run may be about to be cut off; where it had come to its end, the second run finds nothing to do.
 * Safe for use from many threads.
 */
final class ImportTurns {
    private final Consumer<UUID> start;
    private final Set<UUID> running = new HashSet<>();
    private final Set<UUID> again = new HashSet<>();

    ImportTurns(Consumer<UUID> start) {
        this.start = start;
    }

    void want(UUID importId) {
        synchronized (this) {
            if (!running.add(importId)) {
                again.add(importId);
                return;
            }
        }
        start.accept(importId);
    }

    void ended(UUID importId) {
        boolean next;
        synchronized (this) {
            running.remove(importId);
            next = again.remove(importId);
        }
        if (next) {
            want(importId);
        }
    }
}
