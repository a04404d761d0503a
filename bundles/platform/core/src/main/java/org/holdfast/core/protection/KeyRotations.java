package org.holdfast.core.protection;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import org.holdfast.api.HoldfastException;
import org.holdfast.api.protection.KeyRing;
import org.holdfast.api.protection.KeyRingSealedException;
import org.holdfast.core.platform.jobs.Attempt;
import org.holdfast.launcher.audit.AuditEvent;
import org.holdfast.launcher.audit.AuditEvent.About;
import org.holdfast.launcher.audit.AuditEvent.Actor;
import org.holdfast.launcher.audit.AuditLog;
import org.holdfast.launcher.keys.KeyRotation;
import org.holdfast.launcher.keys.KeyRotation.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Replaces the keys of a level while the server works, one rotation at a time. One that a kill or a failure has stopped
 * goes on when the key ring opens next. Safe for use from many threads.
 */
public final class KeyRotations {
    private static final Logger LOG = LoggerFactory.getLogger(KeyRotations.class);

    private final CurrentKeyRing keyRing;
    private final RotationTable table;
    private final Map<String, Rotation> levels;
    private final AuditLog audit;
    private final Executor background;
    private boolean running;
    private volatile boolean ending;

    /** Takes the rotation of each level by its code, and who runs them. */
    KeyRotations(
            CurrentKeyRing keyRing,
            RotationTable table,
            Map<String, Rotation> levels,
            AuditLog audit,
            Executor background) {
        this.keyRing = keyRing;
        this.table = table;
        this.levels = Map.copyOf(levels);
        this.audit = audit;
        this.background = background;
    }

    /**
     * Begins a rotation, or goes on with the one of this level that a failure has stopped.
     *
     * @param level code of the level
     * @param by random id of who wants it
     * @return the rotation, which goes on in the background; empty where there is no such level
     * @throws HoldfastException where another one is not done yet
     */
    synchronized Optional<KeyRotation> begin(String level, String by) {
        Rotation rotation = levels.get(level);
        if (rotation == null) {
            return Optional.empty();
        }
        Optional<KeyRotation> unfinished = table.last().filter(KeyRotation::unfinished);
        if (unfinished.isPresent() && (running || !unfinished.get().level().equals(level))) {
            throw new HoldfastException(
                    KeysError.ROTATION_UNFINISHED, "A rotation is not done yet: wait for it, or go on with it.");
        }
        KeyRotation wanted = unfinished.orElseGet(() -> table.begin(level, rotation.total(), by));
        // Before the answer leaves: whoever waits must not take a former interruption for one of now.
        table.state(wanted.id(), State.RUNNING, null);
        launch();
        return table.last();
    }

    /** Goes on with a rotation that is not done, where there is one and nobody does already. */
    synchronized void resume() {
        if (!running && table.last().filter(KeyRotation::unfinished).isPresent()) {
            launch();
        }
    }

    /** Stops between two batches, at the end of the server; the next start goes on. */
    void end() {
        ending = true;
    }

    private void launch() {
        running = true;
        background.execute(() -> {
            try {
                table.last().filter(KeyRotation::unfinished).ifPresent(this::work);
            } finally {
                stopped();
            }
        });
    }

    private synchronized void stopped() {
        running = false;
    }

    private void work(KeyRotation rotation) {
        LOG.info("The keys of level {} are replaced", rotation.level());
        Attempt.of(() -> run(rotation))
                .ifPresentOrElse(
                        failure -> interrupted(rotation, failure), () -> audit(rotation, AuditEvent.DONE, "none"));
    }

    private void run(KeyRotation rotation) {
        table.state(rotation.id(), State.RUNNING, null);
        Rotation level = levels.get(rotation.level());
        if (level == null) {
            throw new IllegalStateException("This version knows no level " + rotation.level());
        }
        KeyRing ring = keyRing.open().orElseThrow(() -> new KeyRingSealedException("The key ring is not open."));
        level.run(rotation, ring, this::pause);
        LOG.info("The keys of level {} were replaced", rotation.level());
    }

    private void pause() {
        if (ending) {
            throw new CancellationException();
        }
    }

    private void interrupted(KeyRotation rotation, Throwable failure) {
        if (failure instanceof CancellationException) {
            return;
        }
        String code = Attempt.name(failure);
        LOG.error("The rotation of the keys of level {} stopped and can be resumed", rotation.level(), failure);
        Attempt.of(() -> table.state(rotation.id(), State.INTERRUPTED, code))
                .ifPresent(again -> LOG.error("That could not be stored ({})", Attempt.name(again)));
        audit(rotation, AuditEvent.FAILED, code);
    }

    private void audit(KeyRotation rotation, String outcome, String failure) {
        Map<String, String> details = Map.of(
                "rotation", rotation.id().toString(),
                "level", rotation.level(),
                "keys", Long.toString(rotation.progress().total()),
                "failure", failure);
        Attempt.of(() -> audit.append(new AuditEvent("key.rotated", Actor.SERVER, About.NOBODY, outcome, details)))
                .ifPresent(lost -> LOG.error("The end of a rotation could not be audited ({})", Attempt.name(lost)));
    }
}
